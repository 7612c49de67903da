import { beforeAll, expect, test, vi } from 'vitest'
import { speak, theWords } from '../language/language.ts'
import type { Plan } from '../room/plan.ts'
import { historyEntry } from './history-entries.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('en')
})

const plan = {
  runbook: { timezone: 'UTC' },
  streams: [{ id: 3, name: 'Storage' }],
  taskTypes: new Map(),
  people: new Map([[7, { id: 7, name: 'Ines Wolf', role: 'participant' }]]),
  teams: new Map(),
} as unknown as Plan

const told = (event: string, changes: Record<string, unknown>) =>
  historyEntry({ id: '1', event, at: 0, author: 'Ines Wolf', changes }, plan, theWords())

test('a change of the plan tells what was and what is, in the words of the fields', () => {
  expect(
    told('task.updated', {
      duration: [660, 540],
      stream_id: ['9', '3'],
      assignees: [[], [{ type: 'user', id: '7' }]],
    }),
  ).toMatchObject({
    sentence: 'Ines Wolf changed: Takes, Stream, Owners',
    look: undefined,
    changes: [
      { label: 'Takes', before: '11 min', after: '9 min' },
      { label: 'Stream', before: '#9', after: 'Storage' },
      { label: 'Owners', before: '–', after: 'Ines Wolf' },
    ],
  })
})

test('what the sentence says is not said again as a change', () => {
  expect(
    told('task.started', { stage: ['startable', 'in_progress'], started_by: [null, '7'] }),
  ).toMatchObject({
    sentence: 'Ines Wolf started it',
    look: 'progress',
    changes: [],
  })
})

test('rich text is told without its tags, and long text is cut', () => {
  const [change] = told('task.updated', {
    description: [null, `<p>Stop <b>writes</b>${' now'.repeat(40)}</p>`],
  }).changes
  expect(change?.after.startsWith('Stop writes now')).toBe(true)
  expect(change?.after).toHaveLength(81)
})
