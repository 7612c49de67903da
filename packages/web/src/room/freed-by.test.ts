import { expect, test } from 'vitest'
import { freedBy } from './freed-by.ts'
import { positionsOf, type Task } from './plan.ts'

const task = (id: number, stage: Task['stage'], ...predecessors: number[]): Task =>
  ({ id, stage, predecessors }) as unknown as Task

test('out of the way of a task: those that wait for it, and for nothing else that is open', () => {
  const tasks = [
    task(1, 'complete'),
    task(2, 'startable', 1),
    task(3, 'in_progress', 1),
    task(4, 'not_startable', 1, 2),
    task(5, 'not_startable', 2, 3),
    task(6, 'not_startable', 4),
  ]
  expect(freedBy({ tasks, positions: positionsOf(tasks) }, 2)).toEqual([4])
})
