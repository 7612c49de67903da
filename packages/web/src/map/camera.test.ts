import { expect, test } from 'vitest'
import { between, fitted, kept, mapX, mapY, reaching, screenX, screenY, zoomAt } from './camera.ts'
import { levelOf } from './measures.ts'

const frame = { width: 1108, height: 600 }

test('zooming keeps what is under the pointer under it', () => {
  const before = { x: 300, y: 80, zoom: 0.5 }
  const pointer = { x: 700, y: 250 }
  const after = zoomAt(before, 1.7, pointer)
  expect(mapX(after, pointer.x)).toBeCloseTo(mapX(before, pointer.x))
  expect(mapY(after, pointer.y)).toBeCloseTo(mapY(before, pointer.y))
})

test('fitting shows the whole box in the middle of the field right of the lane heads', () => {
  const camera = fitted({ x: 0, y: 0, width: 2000, height: 500 }, frame, 0)
  expect(camera.zoom).toBe(0.5)
  expect(screenX(camera, 0)).toBe(108)
  expect(screenX(camera, 2000)).toBe(1108)
  expect(screenY(camera, 250)).toBe(300)
})

test('a small map is never drawn larger than life when it is fitted', () => {
  expect(fitted({ x: 0, y: 0, width: 100, height: 50 }, frame, 0).zoom).toBe(1)
})

test('a map cannot be lost: some of it is always in sight', () => {
  const map = { width: 5000, height: 3000 }
  expect(kept({ x: 99_999, y: -9_999, zoom: 1 }, map, frame)).toEqual({
    x: 5000 + 180 - 1000,
    y: -180,
    zoom: 1,
  })
})

test('a map that is smaller than the field stays in it as a whole', () => {
  expect(kept({ x: 400, y: -900, zoom: 1 }, { width: 300, height: 200 }, frame)).toEqual({
    x: 0,
    y: -400,
    zoom: 1,
  })
})

test('the camera goes the shortest way to a node, and not at all when it is in sight', () => {
  const camera = { x: 0, y: 0, zoom: 1 }
  const node = { width: 178, height: 54 }
  expect(reaching(camera, { ...node, x: 300, y: 200 }, frame, 50)).toEqual(camera)
  // 1200 + 178 + 50 − 1000 wide.
  expect(reaching(camera, { ...node, x: 1200, y: 200 }, frame, 50)).toEqual({ x: 428, y: 0, zoom: 1 })
})

test('a moving camera begins and ends where it should', () => {
  const from = { x: 0, y: 0, zoom: 0.2 }
  const to = { x: 900, y: 300, zoom: 1 }
  expect(between(from, to, 0)).toEqual(from)
  expect(between(from, to, 1).x).toBeCloseTo(900)
  expect(between(from, to, 1).zoom).toBeCloseTo(1)
})

test('levels change at 18, 55 and 140 %', () => {
  expect([0.17, 0.18, 0.54, 0.55, 1.4, 1.41].map(levelOf)).toEqual([
    'dots',
    'chips',
    'chips',
    'full',
    'full',
    'rich',
  ])
})
