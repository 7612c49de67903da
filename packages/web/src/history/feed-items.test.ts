import { expect, test } from 'vitest'
import { type Entry, entryOfLive, mergedEntries, taskIdOf } from './entries.ts'
import { feedItems } from './feed-items.ts'

const entry = (seq: number, at: number, rest: Partial<Entry> = {}): Entry => ({
  seq,
  at,
  name: 'task.started',
  actorId: 3,
  actor: undefined,
  resource: { type: 'task', id: '1', name: null },
  changes: {},
  tasks: new Map(),
  message: undefined,
  tasksCount: 1,
  ...rest,
})

test('a minute shows its time once, a day its name once', () => {
  // Minute 2 of day 1, twice; minute 1; then the day before.
  const entries = [entry(4, 86_400 + 130), entry(3, 86_400 + 125), entry(2, 86_400 + 61), entry(1, 50)]
  const items = feedItems(entries, (at) => String(Math.floor(at / 86_400)))
  expect(items.map((item) => (item.kind === 'day' ? 'day' : [item.entry.seq, item.isFirstOfMinute]))).toEqual(
    ['day', [4, true], [3, false], [2, true], 'day', [1, true]],
  )
})

test('an entry of log and stream is shown once, with the name that the log tells', () => {
  const merged = mergedEntries([entry(2, 60, { actor: 'Ines' }), entry(1, 0)], [entry(3, 70), entry(2, 60)])
  expect(merged.map(({ seq, actor }) => [seq, actor])).toEqual([
    [3, undefined],
    [2, 'Ines'],
    [1, undefined],
  ])
})

test('an event of the stream is the same entry as in the log: of a run the changes of its runbook are told', () => {
  const told = entryOfLive({
    seq: 9,
    at: '1970-01-01T00:01:00Z',
    actor: '3',
    name: 'run.paused',
    resource: { type: 'run', id: '1', name: 'Failover' },
    things: [
      { type: 'runbook', id: '9', changes: { stage: ['active', 'paused'] } },
      { type: 'task', id: '4', changes: { start_ready: [null, null] } },
    ],
    message: 'Vendor',
    summary: {},
  })
  expect(told).toMatchObject({
    seq: 9,
    at: 60,
    actorId: 3,
    changes: { stage: ['active', 'paused'] },
    tasksCount: 1,
  })
})

test('the task of a comment is the one that its name begins with', () => {
  expect(taskIdOf({ resource: { type: 'comment', id: '7', name: '#24 Stop' } })).toBe(24)
  expect(taskIdOf({ resource: { type: 'comment', id: '7', name: 'Failover' } })).toBeUndefined()
})
