import { expect, test } from 'vitest'
import { accessIn, mayInStream, mayWithTask, type Part, streamsToFill } from './rights.ts'
import { testPlan, testStream, testTask } from './test-plan.ts'

const everybody = new Set(['progress task', 'create comment'])
const streams = [testStream(1, 'Main'), testStream(2, 'Network'), testStream(3, 'Routers', { parent_id: 2 })]
const tasks = [
  testTask(1, 5, [], { stream_id: 1, assignees: [{ type: 'user', id: 3 }] }),
  testTask(2, 5, [], { stream_id: 3 }),
  testTask(3, 5, [], { stream_id: 1, assignees: [{ type: 'runbook_team', id: 4 }] }),
]
const [mine, inRouters, ofTeam] = tasks as [(typeof tasks)[0], (typeof tasks)[0], (typeof tasks)[0]]

/** The plan as somebody sees it who takes part in this way; team 4 has the person 3. */
function seenBy(userId: number, part: Part | undefined, permissions: ReadonlySet<string> = everybody) {
  const plan = testPlan({ tasks, streams, run: {}, runbook: { permissions } })
  return { ...plan, access: accessIn(plan.runbook, userId, part, plan.teams.values()) }
}

test('a participant starts and finishes what is assigned to them or to a team of theirs, and skips nothing', () => {
  const plan = seenBy(3, { role: 'participant', streams: [] })
  const may = tasks.map((task) => mayWithTask(plan, 'task.progress', task))
  expect(may).toEqual([true, false, true])
  expect(tasks.some((task) => mayWithTask(plan, 'task.skip', task))).toBe(false)
  expect(tasks.some((task) => mayWithTask(plan, 'task.update', task))).toBe(false)
  expect(streamsToFill(plan)).toEqual([])
})

test('who is in a team and not named otherwise is a participant', () => {
  const plan = seenBy(3, undefined)
  expect([mine, inRouters, ofTeam].map((task) => mayWithTask(plan, 'task.progress', task))).toEqual([
    true,
    false,
    true,
  ])
})

test('a task that moves to somebody else is theirs at once', () => {
  const plan = seenBy(5, { role: 'participant', streams: [] })
  expect(mayWithTask(plan, 'task.progress', mine)).toBe(false)
  expect(mayWithTask(plan, 'task.progress', { ...mine, assignees: [{ type: 'user', id: 5 }] })).toBe(true)
})

test('an editor of a stream edits what is in it and below it, and makes streams below it', () => {
  const plan = seenBy(5, { role: 'stream_editor', streams: [2] })
  expect(tasks.map((task) => mayWithTask(plan, 'task.update', task))).toEqual([false, true, false])
  expect(mayWithTask(plan, 'task.progress', inRouters)).toBe(true)
  expect(mayWithTask(plan, 'task.skip', inRouters)).toBe(false)
  expect(streamsToFill(plan).map(({ name }) => name)).toEqual(['Network', 'Routers'])
  const [main, network, routers] = [...plan.streams]
  expect(
    [main, network, routers].map((stream) => mayInStream(plan, 'stream.delete', stream ?? null)),
  ).toEqual([false, false, true])
  expect(mayInStream(plan, 'stream.create', null)).toBe(false)
  expect(mayInStream(plan, 'stream.create', network ?? null)).toBe(true)
})

test('who runs the runbook may do everything in it; who only reads it, nothing', () => {
  const lead = seenBy(5, { role: 'runbook_admin', streams: [] }, new Set(['run runbook']))
  const reader = seenBy(5, undefined, new Set())
  for (const permission of ['task.update', 'task.progress', 'task.skip'] as const) {
    expect(tasks.every((task) => mayWithTask(lead, permission, task))).toBe(true)
    expect(tasks.some((task) => mayWithTask(reader, permission, task))).toBe(false)
  }
})
