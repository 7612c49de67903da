import { expect, test } from 'vitest'
import { layOut } from './layout.ts'
import { countOf, stepFrom, tasksAfter, tasksBefore, whyNotAfter } from './paths.ts'
import { inputOf, networkOf } from './test-plans.ts'

// 1 → 2 → 4, 1 → 3 → 4, 4 → 5; 6 stands alone.
const tasks = [
  { id: 1 },
  { id: 2, after: [1] },
  { id: 3, after: [1] },
  { id: 4, after: [2, 3] },
  { id: 5, after: [4] },
  { id: 6 },
]
const network = networkOf(tasks)
const { layers, rows } = layOut(inputOf(tasks))
const places = { layers, y: Float32Array.from(rows) }

test('what comes before and after a task is found through the whole network, without the task itself', () => {
  expect([...tasksBefore(network, 3)]).toEqual([1, 1, 1, 0, 0, 0])
  expect([...tasksAfter(network, 1)]).toEqual([0, 0, 0, 1, 1, 0])
  expect(countOf(tasksAfter(network, 0))).toBe(4)
})

test('a task cannot come after what waits for it, after itself, or twice', () => {
  const why = (source: number, target: number) =>
    whyNotAfter(network, source, target, tasksBefore(network, source))
  expect(why(4, 0)).toBe('circle')
  expect(why(4, 4)).toBe('itself')
  expect(why(0, 1)).toBe('connected')
  expect(why(0, 4)).toBeUndefined()
  expect(why(5, 0)).toBeUndefined()
})

test('arrow keys walk to the first successor, back to the first predecessor, and among siblings', () => {
  expect(stepFrom(network, places, 0, 'right')).toBe(1)
  expect(stepFrom(network, places, 3, 'left')).toBe(1)
  expect(stepFrom(network, places, 1, 'down')).toBe(2)
  expect(stepFrom(network, places, 2, 'up')).toBe(1)
  expect(stepFrom(network, places, 1, 'up')).toBeUndefined()
})

test('a task without siblings walks along its layer', () => {
  expect(stepFrom(network, places, 0, 'down')).toBe(5)
})

test('at the ends there is nowhere to go', () => {
  expect(stepFrom(network, places, 0, 'left')).toBeUndefined()
  expect(stepFrom(network, places, 4, 'right')).toBeUndefined()
})
