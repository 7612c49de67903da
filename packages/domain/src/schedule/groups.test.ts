import { expect, test } from 'vitest'
import { groupBounds } from './groups.ts'
import { planTasks } from './planned.ts'
import { samplePlan } from './test-builders.ts'

const plan = planTasks(
  samplePlan([{ duration: 4 }, { after: [0], duration: 6 }, { duration: 3 }, { after: [2], duration: 1 }]),
)

test('a group begins with its first task and ends with its last', () => {
  const bounds = groupBounds(Int32Array.of(0, 1, 1, 0), 2, plan)
  expect([...bounds.start]).toEqual([0, 0])
  expect([...bounds.end]).toEqual([4, 10])
  // Latest starts: 0, 4, 6, 9; latest ends: 4, 10, 9, 10.
  expect([...bounds.latestStart]).toEqual([0, 4])
  expect([...bounds.latestEnd]).toEqual([10, 10])
  expect([...bounds.count]).toEqual([2, 2])
})

test('a group without tasks has no times', () => {
  const bounds = groupBounds(Int32Array.of(0, 0, 0, 0), 2, plan)
  expect(bounds.start[1]).toBeNaN()
  expect(bounds.latestEnd[1]).toBeNaN()
  expect(bounds.count[1]).toBe(0)
})

test('a task without group counts nowhere; one left out counts, but has no say in the times', () => {
  const bounds = groupBounds(Int32Array.of(-1, 0, 0, -1), 1, plan, Uint8Array.of(0, 1, 0, 0))
  expect([bounds.start[0], bounds.end[0], bounds.count[0]]).toEqual([0, 3, 2])
})
