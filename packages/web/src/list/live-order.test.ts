import { describe, expect, test } from 'vitest'
import type { Plan, Run, Task } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { testPlan, testTask } from '../room/test-plan.ts'
import { liveOrder, NOW_ROW } from './live-order.ts'
import { planningOrder } from './planning-order.ts'

const run: Run = {
  id: 1,
  run_type: 'rehearsal',
  start_planned: 0,
  start_actual: 0,
  end_actual: null,
  pauses: [],
}

function planOf(given: readonly (Partial<Task> & { id: number })[], inRun: Run | null): Plan {
  const tasks = given.map(({ id, ...rest }) =>
    testTask(id, 10, [], { start_planned: 0, end_planned: 600, ...rest }),
  )
  return testPlan({ tasks, runbook: { start_scheduled: 0 }, run: inRun })
}

const orderAt = (plan: Plan, now: number, mask = new Uint8Array(plan.tasks.length).fill(1)) =>
  liveOrder(plan, scheduleAt(plan, now), mask)

const done = (id: number, start_actual: number, end_actual: number) =>
  ({ id, stage: 'complete', completion_type: 'complete_normal', start_actual, end_actual }) as const

describe('the order of a run', () => {
  test('is: ended by end, running by start, startable, now, to come by forecast', () => {
    const plan = planOf(
      [
        { id: 1, predecessors: [2], stage: 'not_startable' },
        { id: 2, stage: 'startable' },
        { id: 3, stage: 'in_progress', start_actual: 500 },
        { id: 4, stage: 'in_progress', start_actual: 400 },
        done(5, 0, 300),
        done(6, 0, 200),
        // After 3, which ends at 1100; 1 comes after 2, which starts now at 700 and ends at 1300.
        { id: 7, predecessors: [3], stage: 'not_startable' },
      ],
      run,
    )
    expect(orderAt(plan, 700)).toEqual([6, 5, 4, 3, 2, NOW_ROW, 7, 1])
  })

  test('holds only what passes the filters, and the rule', () => {
    const plan = planOf([done(1, 0, 10), { id: 2 }], run)
    expect(orderAt(plan, 20, Uint8Array.of(0, 1))).toEqual([NOW_ROW, 2])
  })

  test('has no rule after a run in which everything was done', () => {
    const plan = planOf([done(1, 0, 10)], { ...run, end_actual: 20 })
    expect(orderAt(plan, 30)).toEqual([1])
  })

  test('parts what was done from what was not after a run that was cancelled', () => {
    const plan = planOf([done(1, 0, 10), { id: 2 }], { ...run, end_actual: 20 })
    expect(orderAt(plan, 30)).toEqual([1, NOW_ROW, 2])
  })
})

describe('the order of a plan', () => {
  const order = (plan: Plan) =>
    planningOrder(plan, scheduleAt(plan, 0), new Uint8Array(plan.tasks.length).fill(1))

  test('is by planned start', () => {
    // 1 starts when 3 ends at 600, 2 at 0.
    expect(order(planOf([{ id: 1, predecessors: [3] }, { id: 2 }, { id: 3 }], null))).toEqual([2, 3, 1])
  })

  test('has predecessors first where starts are equal', () => {
    const tasks = [
      { id: 1, predecessors: [2], duration: 0 },
      { id: 2, predecessors: [3], duration: 0 },
      { id: 3, duration: 0 },
    ]
    expect(order(planOf(tasks, null))).toEqual([3, 2, 1])
  })
})
