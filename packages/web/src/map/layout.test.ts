import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from './layout.ts'
import { inputOf, type Planned } from './test-plans.ts'

/** Layer and row of each task, by number. */
function placesOf(tasks: readonly Planned[]): Map<number, readonly [number, number]> {
  const { layers, rows } = layOut(inputOf(tasks))
  return new Map(tasks.map(({ id }, at) => [id, [layers[at] ?? -1, rows[at] ?? -1]]))
}

test('a task stands in the layer after the last of its predecessors', () => {
  const tasks = [{ id: 1 }, { id: 2, after: [1] }, { id: 3, after: [1, 2] }, { id: 4, after: [1] }]
  expect([...placesOf(tasks)]).toEqual([
    [1, [0, 0]],
    [2, [1, 0]],
    [3, [2, 0]],
    [4, [1, 1]],
  ])
})

test('critical tasks take the first row of their lane', () => {
  const tasks = [{ id: 1 }, { id: 2, after: [1] }, { id: 3, after: [1], isCritical: true }]
  expect(placesOf(tasks).get(3)).toEqual([1, 0])
  expect(placesOf(tasks).get(2)).toEqual([1, 1])
})

test('a task follows the row of its predecessor where nothing else stands there', () => {
  const tasks = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4, after: [3] }]
  expect(placesOf(tasks).get(4)).toEqual([1, 2])
})

test('two tasks that want one row stand around it', () => {
  const tasks = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4, after: [2] }, { id: 5, after: [2] }]
  // Rows 1 and 2 are at a distance of 0 and 1, rows 0 and 1 just so: rounding up decides.
  expect(placesOf(tasks).get(4)).toEqual([1, 1])
  expect(placesOf(tasks).get(5)).toEqual([1, 2])
})

test('a lane is as high as its fullest layer, an empty one has no rows', () => {
  const tasks = [{ id: 1 }, { id: 2 }, { id: 3, lane: 2, after: [1] }]
  expect([...layOut(inputOf(tasks)).laneRows]).toEqual([2, 0, 1])
})

test('a plan without tasks has no layers', () => {
  expect(layOut(inputOf([])).layerCount).toBe(0)
})

test('a task that is added moves nothing on its left', () => {
  const tasks = [{ id: 1 }, { id: 2, after: [1] }, { id: 3, after: [1] }, { id: 4, after: [2] }]
  const before = placesOf(tasks)
  const after = placesOf([...tasks, { id: 5, after: [3] }])
  for (const id of [1, 2, 3]) expect(after.get(id)).toEqual(before.get(id))
})

/** Plans of up to 60 tasks in 4 lanes; a task waits for earlier ones. */
const plans = fc
  .array(
    fc.record({
      back: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
      lane: fc.integer({ min: 0, max: 3 }),
      isCritical: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.map(({ back, lane, isCritical }, at): Planned => {
      const after = [...new Set(back.map((distance) => at + 1 - distance))].filter((id) => id > 0)
      return { id: at + 1, after, lane, isCritical }
    }),
  )

test('every edge goes right, and no two tasks stand in one place', () => {
  fc.assert(
    fc.property(plans, (tasks) => {
      const places = placesOf(tasks)
      const taken = new Set<string>()
      for (const { id, after = [], lane = 0 } of tasks) {
        const [layer, row] = places.get(id) ?? [-1, -1]
        for (const other of after) expect(places.get(other)?.[0]).toBeLessThan(layer)
        const place = `${lane} ${layer} ${row}`
        expect(taken.has(place)).toBe(false)
        taken.add(place)
      }
    }),
  )
})

test('rows lie within their lane', () => {
  fc.assert(
    fc.property(plans, (tasks) => {
      const input = inputOf(tasks)
      const { rows, laneRows } = layOut(input)
      for (const [task, row] of rows.entries()) {
        expect(row).toBeGreaterThanOrEqual(0)
        expect(row).toBeLessThan(laneRows[input.lanes[task] ?? 0] ?? 0)
      }
    }),
  )
})

test('the picture does not depend on the order of the input', () => {
  fc.assert(
    fc.property(plans, fc.integer(), (tasks, seed) => {
      const shuffled = tasks.toSorted((a, b) => ((a.id * 7919 + seed) % 101) - ((b.id * 7919 + seed) % 101))
      const places = placesOf(tasks)
      for (const [id, place] of placesOf(shuffled)) expect(place).toEqual(places.get(id))
    }),
  )
})

test('tasks of a layer are listed from top to bottom', () => {
  fc.assert(
    fc.property(plans, (tasks) => {
      const input = inputOf(tasks)
      const { byLayer, layerOffsets, rows } = layOut(input)
      for (let at = 1; at < byLayer.length; at += 1) {
        if (layerOffsets.includes(at)) continue
        const key = (task: number) => (input.lanes[task] ?? 0) * 1000 + (rows[task] ?? 0)
        expect(key(byLayer[at] ?? 0)).toBeGreaterThan(key(byLayer[at - 1] ?? 0))
      }
    }),
  )
})
