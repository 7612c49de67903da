import { expect, test } from 'vitest'
import type { Task } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testTask } from '../room/test-plan.ts'
import { followersOf, lastBefore, nowTasks } from './now-tasks.ts'

const ME = 3
const mine = { assignees: [{ type: 'user', id: ME }] } as const
const myTeam = { assignees: [{ type: 'runbook_team', id: 4 }] } as const
const done = {
  stage: 'complete',
  completion_type: 'complete_normal',
  start_actual: START,
  end_actual: START + 60,
} as const
const ready = (since: number) => ({ stage: 'startable', start_ready: START + since }) as const
const running = (since: number) => ({ stage: 'in_progress', start_actual: START + since }) as const

const idsOf = (tasks: readonly Task[], positions: readonly number[]) => positions.map((at) => tasks[at]?.id)

function sorted(tasks: readonly Task[]) {
  const plan = testPlan({ tasks, run: {} })
  const schedule = scheduleAt(plan, START + 600)
  return { plan, schedule, now: nowTasks(plan, schedule, ME) }
}

test('what is mine directly or by my team stands with me, all other running and ready tasks with the others', () => {
  const tasks = [
    testTask(1, 1, [], done),
    testTask(2, 5, [1], { ...ready(60), ...mine }),
    testTask(3, 5, [1], { ...running(70), ...myTeam }),
    testTask(4, 5, [1], running(80)),
    testTask(5, 5, [1], ready(60)),
    testTask(6, 5, [2], mine),
    testTask(7, 5, [4]),
  ]
  const { now } = sorted(tasks)
  expect(idsOf(tasks, now.yours)).toEqual([2, 3])
  expect(idsOf(tasks, now.yoursNext)).toEqual([6])
  expect(idsOf(tasks, now.running)).toEqual([4])
  expect(idsOf(tasks, now.canStart)).toEqual([5])
})

test('a card keeps its place when its task is started: they stand by when they became ready', () => {
  const first = { start_ready: START + 100, ...mine }
  const second = { ...ready(200), ...mine }
  const before = [testTask(1, 5, [], { ...first, stage: 'startable' }), testTask(2, 5, [], second)]
  const after = [testTask(1, 5, [], { ...first, ...running(500) }), testTask(2, 5, [], second)]
  expect(idsOf(before, sorted(before).now.yours)).toEqual([1, 2])
  expect(idsOf(after, sorted(after).now.yours)).toEqual([1, 2])
})

test('what comes next is told by its forecast, not by its number', () => {
  // At 00:10 both are still to begin: 2 after 30 min of 4, 3 after 10 min of 5.
  const tasks = [
    testTask(2, 5, [4], mine),
    testTask(3, 5, [5], mine),
    testTask(4, 30, [], running(600)),
    testTask(5, 10, [], running(600)),
  ]
  expect(idsOf(tasks, sorted(tasks).now.yoursNext)).toEqual([3, 2])
})

test('of those who wait the first to come is told first; what was skipped waits no more', () => {
  const tasks = [
    testTask(1, 10, [], running(600)),
    testTask(2, 5, [1, 4]),
    testTask(3, 5, [1]),
    testTask(4, 40, [], running(600)),
    testTask(5, 5, [1], { ...done, completion_type: 'complete_skipped' }),
  ]
  const { plan, schedule } = sorted(tasks)
  expect(idsOf(tasks, followersOf(plan, schedule, 0))).toEqual([3, 2])
})

test('a task waits longest for the open predecessor that is expected to end last', () => {
  const tasks = [
    testTask(1, 10, [], running(600)),
    testTask(2, 40, [], running(600)),
    testTask(3, 90, [], done),
    testTask(4, 5, [1, 2, 3]),
  ]
  const { plan, schedule } = sorted(tasks)
  expect(lastBefore(plan, schedule, tasks[3] as Task)?.id).toBe(2)
  expect(lastBefore(plan, schedule, tasks[0] as Task)).toBeUndefined()
})
