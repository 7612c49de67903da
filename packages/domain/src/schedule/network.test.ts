import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildNetwork } from './network.ts'
import { packLinks, sampleNetwork } from './test-builders.ts'

function build(predecessorsOf: readonly (readonly number[])[]) {
  const { offsets, predecessors } = packLinks(predecessorsOf)
  return buildNetwork(predecessorsOf.length, offsets, predecessors)
}

test('every task comes after its predecessors, and positions decide where the links leave a choice', () => {
  // 0 waits for 3, which waits for 1; 2 stands alone.
  expect([...sampleNetwork([[3], [], [], [1]]).order]).toEqual([1, 3, 0, 2])
})

test('positions that already follow the links stay in their order', () => {
  expect([...sampleNetwork([[], [0], [0], [1, 2], []]).order]).toEqual([0, 1, 2, 3, 4])
})

test('successors are listed ascending', () => {
  const network = sampleNetwork([[], [0], [0, 1], [0]])
  expect([...network.successorOffsets]).toEqual([0, 3, 4, 4, 4])
  expect([...network.successors]).toEqual([1, 2, 3, 2])
})

test('the order of the links and links given twice make no difference', () => {
  expect(sampleNetwork([[2, 1, 2], [], [], [1, 0, 0, 1]])).toEqual(sampleNetwork([[1, 2], [], [], [0, 1]]))
})

test('a long list of predecessors is sorted too', () => {
  const predecessors = Array.from({ length: 40 }, (_, position) => position)
  const empty = predecessors.map(() => [])
  expect(sampleNetwork([...empty, predecessors.toReversed()])).toEqual(
    sampleNetwork([...empty, predecessors]),
  )
})

test('a network without tasks is a network', () => {
  expect(sampleNetwork([]).order).toHaveLength(0)
})

test('a task that waits for itself is a cycle of one', () => {
  expect(build([[], [1]])).toEqual({ cycle: [1] })
})

test('a cycle is told along its links, smallest position first', () => {
  // 1 waits for 3, 3 for 2, 2 for 1: so 1 comes before 2, 2 before 3, 3 before 1.
  expect(build([[1], [3], [1], [2]])).toEqual({ cycle: [1, 2, 3] })
})

test('of several cycles through a task a shortest is told', () => {
  // 0 → 1 → 2 → 0 and 0 → 2 → 0.
  expect(build([[2], [0], [1, 0]])).toEqual({ cycle: [0, 2] })
})

test.each([-1, 2])('a link to position %i, which is no task, is refused', (target) => {
  expect(() => build([[], [target]])).toThrow(RangeError)
})

test('a chain of 200 000 tasks against the order of positions is ordered', () => {
  const size = 200_000
  const { order } = sampleNetwork(
    Array.from({ length: size }, (_, task) => (task + 1 < size ? [task + 1] : [])),
  )
  expect(order[0]).toBe(size - 1)
  expect(order[size - 1]).toBe(0)
})

test('a cycle of 200 000 tasks is found', () => {
  const size = 200_000
  const result = build(Array.from({ length: size }, (_, task) => [(task + 1) % size]))
  expect('cycle' in result && result.cycle.length).toBe(size)
})

const anyLinks = fc
  .nat(9)
  .chain((last) =>
    fc.array(fc.array(fc.nat(last), { maxLength: 2 }), { minLength: last + 1, maxLength: last + 1 }),
  )

test('there is a cycle exactly when taking away tasks without predecessors leaves some, and it is one', () => {
  fc.assert(
    fc.property(anyLinks, (predecessorsOf) => {
      let left = predecessorsOf.map((_, task) => task)
      for (let size = -1; size !== left.length; ) {
        size = left.length
        left = left.filter((task) => predecessorsOf[task]!.some((predecessor) => left.includes(predecessor)))
      }
      const result = build(predecessorsOf)
      const cycle = 'cycle' in result ? result.cycle : []
      expect(cycle.length > 0).toBe(left.length > 0)
      expect(new Set(cycle).size).toBe(cycle.length)
      for (const [at, task] of cycle.entries()) expect(predecessorsOf[task]).toContain(cycle.at(at - 1))
    }),
  )
})

test('the order names every task once, after its predecessors', () => {
  fc.assert(
    fc.property(anyLinks, (predecessorsOf) => {
      const forward = predecessorsOf.map((list, task) => list.filter((predecessor) => predecessor > task))
      const { order } = sampleNetwork(forward)
      expect([...order].sort((a, b) => a - b)).toEqual(forward.map((_, task) => task))
      for (const [task, list] of forward.entries()) {
        for (const predecessor of list) expect(order.indexOf(predecessor)).toBeLessThan(order.indexOf(task))
      }
    }),
  )
})
