import { expect, test } from 'vitest'
import { scheduleAt } from '../room/schedule.ts'
import { testPlan, testTask } from '../room/test-plan.ts'
import { pathThrough } from './lit.ts'

test('the path of a task is all that it waits for and all that waits for it', () => {
  const plan = testPlan({
    tasks: [testTask(1, 10), testTask(2, 10, [1]), testTask(3, 10, [1]), testTask(4, 10, [2])],
  })
  expect([...pathThrough(scheduleAt(plan, 0).network, 1)]).toEqual([1, 1, 0, 1])
})
