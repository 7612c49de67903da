import { expect, test } from 'vitest'
import { scheduleAt } from '../room/schedule.ts'
import { pathThrough } from './lit.ts'
import { planOf, task } from './test-plan.ts'

test('the path of a task is all that it waits for and all that waits for it', () => {
  const plan = planOf([
    task(1),
    task(2, { predecessors: [1] }),
    task(3, { predecessors: [1] }),
    task(4, { predecessors: [2] }),
  ])
  expect([...pathThrough(scheduleAt(plan, 0).network, 1)]).toEqual([1, 1, 0, 1])
})
