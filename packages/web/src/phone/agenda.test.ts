import { expect, test } from 'vitest'
import type { Plan } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testTask } from '../room/test-plan.ts'
import { agendaOf } from './agenda.ts'

const ZONE = 'Europe/Berlin'
const DAY = 86_400

function told(plan: Plan, now = START, mask = new Uint8Array(plan.tasks.length).fill(1)) {
  return agendaOf(plan, scheduleAt(plan, now), mask, ZONE).map((item) =>
    item.kind === 'task' ? (plan.tasks[item.at]?.id ?? 0) : item.kind,
  )
}

test('a plan is told by planned start, under its day, without a present', () => {
  const tasks = [testTask(1, 10), testTask(2, 10, [3]), testTask(3, 10, [1])]
  expect(told(testPlan({ tasks }))).toEqual(['day', 1, 3, 2])
})

test('a task that begins on another day in the zone of the runbook stands under that day', () => {
  // Begins at 02:00; 22 h later it is midnight in Berlin.
  const tasks = [testTask(1, 22 * 60), testTask(2, 10, [1])]
  expect(told(testPlan({ tasks }))).toEqual(['day', 1, 'day', 2])
})

test('in a run the present stands before the first task that is still to begin', () => {
  const begun = { stage: 'in_progress', start_actual: START + 60 } as const
  const tasks = [
    testTask(1, 10, [], begun),
    testTask(2, 10, [1]),
    testTask(3, 10, [], { stage: 'startable' }),
  ]
  expect(told(testPlan({ tasks, run: {} }), START + 120)).toEqual(['day', 1, 'now', 3, 2])
})

test('when everything has begun the present stands at the end, and after the end of a run nowhere', () => {
  const begun = { stage: 'in_progress', start_actual: START } as const
  const done = {
    stage: 'complete',
    completion_type: 'complete_normal',
    start_actual: START,
    end_actual: START + 60,
  } as const
  expect(told(testPlan({ tasks: [testTask(1, 10, [], begun)], run: {} }))).toEqual(['day', 1, 'now'])
  const ended = testPlan({ tasks: [testTask(1, 10, [], done)], run: { end_actual: START + 60 } })
  expect(told(ended, START + DAY)).toEqual(['day', 1])
})

test('what the filters hide is left out', () => {
  const tasks = [testTask(1, 10), testTask(2, 10, [1])]
  expect(told(testPlan({ tasks }), START, Uint8Array.of(0, 1))).toEqual(['day', 2])
})
