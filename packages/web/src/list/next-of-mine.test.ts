import { expect, test } from 'vitest'
import { type Plan, positionsOf, type Task } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { nextOfMine } from './next-of-mine.ts'

const task = (id: number, stage: Task['stage'], owner: number): Task =>
  ({ id, stage, assignees: [{ type: 'user', id: owner }] }) as unknown as Task

const tasks = [
  task(1, 'in_progress', 7),
  task(2, 'not_startable', 7),
  task(3, 'not_startable', 7),
  task(4, 'startable', 7),
  task(5, 'startable', 8),
  task(6, 'complete', 7),
]
const plan = { tasks, positions: positionsOf(tasks), teams: new Map() } as unknown as Plan
const times = {
  start: Float64Array.from([0, 40, 30, 0, 0, 0]),
  end: new Float64Array(6),
  totalFloat: new Float64Array(6),
  critical: new Uint8Array(6),
}
const schedule = { times } as unknown as Schedule
const after = (cursor: number | null, isShown: (id: number) => boolean = () => true) =>
  nextOfMine(plan, schedule, 7, cursor, isShown)

test('what can start comes first, then what I run, then what comes by forecast, then the first again', () => {
  expect([after(null), after(4), after(1), after(3), after(2)]).toEqual([4, 1, 3, 2, 4])
})

test("from somebody else's task it is the first of mine", () => {
  expect(after(5)).toBe(4)
})

test('tasks that the list does not show are passed over', () => {
  expect(after(null, (id) => id !== 4)).toBe(1)
  expect(after(null, () => false)).toBeUndefined()
})
