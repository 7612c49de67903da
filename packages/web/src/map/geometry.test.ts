import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Geometry, geometryOf } from './geometry.ts'
import { layOut } from './layout.ts'
import { measures } from './measures.ts'
import { eachEdge, eachNode, edgeAt, layersIn, nodeAt } from './scene.ts'
import { inputOf, type Planned } from './test-plans.ts'
import { dealTracks } from './tracks.ts'

function drawn(tasks: readonly Planned[]) {
  const input = inputOf(tasks)
  const layout = layOut(input)
  return { input, layout, geometry: geometryOf(input, layout, measures), measures }
}

/** Corners of the edge between two tasks, by position. */
function cornersOf({ edges }: Geometry, source: number, target: number): number[] {
  const edge = edges.sources.findIndex((one, at) => one === source && edges.targets[at] === target)
  return [
    ...edges.points.subarray(2 * (edges.pointOffsets[edge] ?? 0), 2 * (edges.pointOffsets[edge + 1] ?? 0)),
  ]
}

test('tasks of a row are joined by a straight line from right edge to left edge', () => {
  const { geometry } = drawn([{ id: 1 }, { id: 2, after: [1] }])
  // The first lane begins at 0 with 16 above its row; a node is 178 wide and 54 high, the gap 54.
  expect(cornersOf(geometry, 0, 1)).toEqual([178, 43, 232, 43])
})

test('an edge to the next layer bends once in the gutter', () => {
  const { geometry } = drawn([{ id: 1 }, { id: 2, after: [1] }, { id: 3, after: [1] }])
  expect(cornersOf(geometry, 0, 2)).toEqual([178, 43, 194, 43, 194, 107, 232, 107])
})

test('a long edge goes straight where the row of its target is free', () => {
  const { geometry } = drawn([{ id: 1 }, { id: 2, lane: 1, after: [1] }, { id: 3, after: [1, 2] }])
  expect(cornersOf(geometry, 0, 2)).toHaveLength(4)
})

test('a long edge takes the channel at the top of the lane where a node stands in its way', () => {
  const { geometry } = drawn([{ id: 1 }, { id: 2, after: [1] }, { id: 3, after: [1, 2] }])
  const corners = cornersOf(geometry, 0, 2)
  expect(corners).toHaveLength(12)
  expect(corners[5]).toBe(7)
  expect(corners[7]).toBe(7)
})

test('lanes follow each other without overlap, an empty one is low', () => {
  const { geometry } = drawn([{ id: 1 }, { id: 2, lane: 2 }])
  expect([...geometry.laneTop]).toEqual([0, 96, 124])
  expect([...geometry.laneHeight]).toEqual([96, 28, 96])
})

test('stretches that overlap get different tracks, others share one', () => {
  const stretches = [
    { from: 0, to: 10 },
    { from: 2, to: 4 },
    { from: 5, to: 8 },
    { from: 11, to: 12 },
  ]
  const { tracks, count } = dealTracks(stretches, 8)
  expect([...tracks]).toEqual([0, 1, 1, 0])
  expect(count).toBe(2)
})

test('no more tracks are dealt than there are', () => {
  const stretches = [0, 1, 2].map((from) => ({ from, to: 100 - from }))
  const { tracks, count } = dealTracks(stretches, 2)
  expect(count).toBe(2)
  expect([...tracks]).toEqual([0, 1, 1])
})

const plans = fc
  .array(
    fc.record({
      back: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
      lane: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 50 },
  )
  .map((rows) =>
    rows.map(({ back, lane }, at): Planned => {
      const after = [...new Set(back.map((distance) => at + 1 - distance))].filter((id) => id > 0)
      return { id: at + 1, after, lane }
    }),
  )

test('edges are horizontal and vertical, and never go left', () => {
  fc.assert(
    fc.property(plans, (tasks) => {
      const { edges } = drawn(tasks).geometry
      for (let edge = 0; edge < edges.sources.length; edge += 1)
        for (let at = edges.pointOffsets[edge] ?? 0; at + 1 < (edges.pointOffsets[edge + 1] ?? 0); at += 1) {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.points.subarray(2 * at, 2 * at + 4)
          expect(x1 === x2 || y1 === y2).toBe(true)
          expect(x2).toBeGreaterThanOrEqual(x1)
        }
    }),
  )
})

const boxes = fc.record({
  x: fc.integer({ min: -200, max: 3000 }),
  y: fc.integer({ min: -200, max: 1500 }),
  width: fc.integer({ min: 0, max: 900 }),
  height: fc.integer({ min: 0, max: 700 }),
})

test('what is seen in a box is what a look at everything finds', () => {
  fc.assert(
    fc.property(plans, boxes, (tasks, box) => {
      const scene = drawn(tasks)
      const { x, y, edges } = scene.geometry
      const nodes = new Set<number>()
      eachNode(scene, box, (task) => nodes.add(task))
      for (const task of tasks.keys()) {
        const [left = 0, top = 0] = [x[task], y[task]]
        const isIn =
          left < box.x + box.width && left + 178 > box.x && top < box.y + box.height && top + 54 > box.y
        expect(!isIn || nodes.has(task)).toBe(true)
      }
      const seen = new Set<number>()
      eachEdge(scene, box, (edge) => {
        expect(seen.has(edge)).toBe(false)
        seen.add(edge)
      })
      for (let edge = 0; edge < edges.sources.length; edge += 1) {
        const from = (x[edges.sources[edge] ?? 0] ?? 0) + 178
        const to = x[edges.targets[edge] ?? 0] ?? 0
        const isIn =
          from <= box.x + box.width &&
          to >= box.x &&
          (edges.top[edge] ?? 0) <= box.y + box.height &&
          (edges.bottom[edge] ?? 0) >= box.y
        expect(!isIn || seen.has(edge)).toBe(true)
      }
    }),
  )
})

test('a point finds the node and the edge under it', () => {
  const scene = drawn([{ id: 1 }, { id: 2, after: [1] }])
  expect(nodeAt(scene, 240, 40)).toBe(1)
  expect(nodeAt(scene, 205, 40)).toBeUndefined()
  expect(edgeAt(scene, 205, 46, 6)).toBe(0)
  expect(edgeAt(scene, 205, 60, 6)).toBeUndefined()
  expect(layersIn(scene.geometry, { x: 0, y: 0, width: 100, height: 10 })).toEqual([0, 0])
})
