import { array, assert, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { findCycles } from './find-cycles.ts'

test('a plan without cycles has none', () => {
  expect(findCycles([[], [0], [0, 1], [2]])).toEqual([])
})

test('each group of tasks that wait for each other is told once, by one cycle', () => {
  // 0 waits for 1, which waits for 0; 3, 4 and 5 form a ring with a chord; 2 hangs between both.
  const cycles = findCycles([[1], [0], [1, 3], [5, 4], [3], [4]])
  expect(cycles).toEqual([
    [0, 1],
    [3, 4],
  ])
})

test('each task of a cycle is a predecessor of the next', () => {
  // 0 waits for 2, 1 for 0, 2 for 1.
  expect(findCycles([[2], [0], [1]])).toEqual([[0, 1, 2]])
})

test('a ring of a hundred thousand tasks is found without recursion', () => {
  const size = 100_000
  const ring = Array.from({ length: size }, (_, task) => [(task + size - 1) % size])
  expect(findCycles(ring)[0]).toHaveLength(size)
})

test('every cycle is one, and without one the tasks can be put in order', () => {
  const network = array(array(nat(11), { maxLength: 3 }), { minLength: 12, maxLength: 12 }).map((tasks) =>
    tasks.map((links, task) => links.filter((link) => link !== task)),
  )
  assert(
    property(network, (predecessors) => {
      const cycles = findCycles(predecessors)
      for (const cycle of cycles) {
        for (const [place, task] of cycle.entries()) {
          expect(predecessors[cycle[(place + 1) % cycle.length]!]).toContain(task)
        }
      }
      expect(cycles.length === 0).toBe(canBeOrdered(predecessors))
    }),
  )
})

function canBeOrdered(predecessors: readonly (readonly number[])[]): boolean {
  const done = new Set<number>()
  for (let round = 0; round < predecessors.length; round += 1) {
    for (const [task, links] of predecessors.entries())
      if (links.every((link) => done.has(link))) done.add(task)
  }
  return done.size === predecessors.length
}
