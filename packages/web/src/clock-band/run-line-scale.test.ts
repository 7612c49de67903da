import { expect, test } from 'vitest'
import { nearestMark, ticksBetween } from './run-line-scale.ts'

/** A whole hour of UTC. */
const T0 = 1_763_776_800

test('two hours on 1300 pixels are labelled every 10 minutes, on 400 every 30', () => {
  expect(ticksBetween(T0, T0 + 7_200, 1_300, 0)).toHaveLength(13)
  expect(ticksBetween(T0, T0 + 7_200, 400, 0)).toEqual([0, 1_800, 3_600, 5_400, 7_200].map((s) => T0 + s))
})

test('ticks stand at round times of the zone: half past in India is a whole hour there', () => {
  // UTC+5:30: the first whole hour after T0 comes half an hour later.
  expect(ticksBetween(T0, T0 + 36_000, 300, 19_800)[0]! % 3_600).toBe(1_800)
})

test('days are labelled once each', () => {
  expect(ticksBetween(T0, T0 + 4 * 86_400, 400, 0)).toHaveLength(4)
})

test('the nearest mark is that with the smallest distance', () => {
  const marks = [
    { at: 100, name: 'one' },
    { at: 200, name: 'two' },
  ]
  expect(nearestMark(marks, 140)?.name).toBe('one')
  expect(nearestMark(marks, 160)?.name).toBe('two')
  expect(nearestMark([], 160)).toBeUndefined()
})
