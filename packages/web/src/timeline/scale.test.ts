import { expect, test } from 'vitest'
import {
  draggedDuration,
  fitted,
  instantAt,
  keptInSight,
  levelFor,
  levelOf,
  snapOf,
  steppedDuration,
  xOf,
  zoomedAt,
  zoomLevels,
} from './scale.ts'

const scale = { from: 1_000, perSecond: 0.5 }

test('a place and its instant are each other backwards', () => {
  expect(xOf(scale, 1_200)).toBe(100)
  expect(instantAt(scale, 100)).toBe(1_200)
})

test('the instant under the pointer stays there while zooming', () => {
  const zoomed = zoomedAt(scale, 100, 2)
  expect(instantAt(zoomed, 100)).toBe(1_200)
  expect(zoomed.from).toBe(1_150)
})

test('a zoom ends at its limits', () => {
  expect(zoomedAt(scale, 0, 1_000).perSecond).toBeCloseTo(400 / 60)
  expect(zoomedAt(scale, 0, 0).perSecond).toBeCloseTo(12 / 604_800)
})

test('everything fits with air at both ends', () => {
  const whole = fitted(10_000, 17_200, 1_000)
  expect(xOf(whole, 10_000)).toBeCloseTo(28)
  expect(xOf(whole, 17_200)).toBeCloseTo(904)
})

test('a plan without length is shown as an hour', () => {
  const whole = fitted(10_000, 10_000, 1_000)
  expect(xOf(whole, 13_600)).toBeCloseTo(904)
})

test('nobody pans out of the plan: a part of it stays in sight', () => {
  const kept = keptInSight({ from: 90_000, perSecond: 1 }, 0, 1_000, 100)
  expect(xOf(kept, 1_000)).toBe(15)
  expect(xOf(keptInSight({ from: -90_000, perSecond: 1 }, 0, 1_000, 100), 0)).toBe(85)
})

test('a level has a name only where the scale stands at it', () => {
  expect(levelOf(zoomLevels.hours)).toBe('hours')
  expect(levelOf(zoomLevels.hours * 1.3)).toBeUndefined()
})

test('long runs open wider', () => {
  expect(levelFor(7_200)).toBe('tenMinutes')
  expect(levelFor(3 * 86_400)).toBe('hours')
  expect(levelFor(30 * 86_400)).toBe('days')
})

test('an edge moves by what the zoom can show', () => {
  expect(snapOf(zoomLevels.minutes)).toBe(60)
  expect(snapOf(zoomLevels.tenMinutes)).toBe(60)
  expect(snapOf(zoomLevels.hours)).toBe(300)
  expect(snapOf(zoomLevels.days)).toBe(1_800)
})

test('a dragged duration falls on whole grains, and does not change under half of one', () => {
  expect(draggedDuration(660, 250, 60)).toBe(900)
  expect(draggedDuration(675, 20, 60)).toBe(675)
  expect(draggedDuration(660, -5_000, 60)).toBe(60)
})

test('a step by keys goes to the next whole step and never to nothing', () => {
  expect(steppedDuration(660, 1, 300)).toBe(900)
  expect(steppedDuration(660, -1, 300)).toBe(600)
  expect(steppedDuration(300, -1, 300)).toBe(60)
})
