import { expect, test } from 'vitest'
import { type Plan, positionsOf, type Task } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { nowGroups } from './now-groups.ts'

const task = (id: number, stage: Task['stage'], owner?: number): Task =>
  ({ id, stage, assignees: owner === undefined ? [] : [{ type: 'user', id: owner }] }) as unknown as Task

test('what can start and is mine comes apart, with what I run behind it; the rest is sorted by urgency', () => {
  const tasks = [
    task(1, 'in_progress', 7),
    task(2, 'in_progress'),
    task(3, 'startable', 7),
    task(4, 'startable'),
    task(5, 'not_startable'),
    task(6, 'not_startable'),
    task(7, 'in_progress', 8),
    task(8, 'complete', 7),
  ]
  const plan = { tasks, positions: positionsOf(tasks), teams: new Map() } as unknown as Plan
  const column = (...values: number[]) => Float64Array.from(values)
  const times = {
    start: column(0, 0, 0, 0, 40, 30, 0, 0),
    end: column(50, 20, 0, 0, 0, 0, 10, 0),
    totalFloat: column(0, 0, 0, 0, 0, 0, 0, 0),
    critical: Uint8Array.from([0, 0, 0, 0, 1, 1, 0, 1]),
  }
  expect(nowGroups(plan, { times } as unknown as Schedule, 7)).toEqual({
    mine: [2, 0],
    running: [6, 1],
    startable: [3],
    next: [5, 4],
    runningCount: 3,
    startableCount: 2,
  })
})
