import { expect, test } from 'vitest'
import { layOutSmallMap } from './small-map-layout.ts'

const picture = {
  layers: Int32Array.of(0, 1, 1, 2),
  layerCount: 3,
  streamOf: Int32Array.of(0, 0, 1, 1),
  streams: [
    { name: 'Command', isNew: false, taskCount: 2 },
    { name: 'Cards', isNew: true, taskCount: 2 },
  ],
  length: 60,
  criticalCount: 3,
  newStreams: [],
  predecessorOffsets: Int32Array.of(0, 0, 1, 2, 4),
  predecessors: Int32Array.of(0, 0, 1, 2),
  critical: Uint8Array.of(1, 1, 0, 1),
}

test('a layer is a column, a stream a row', () => {
  const { x, y } = layOutSmallMap(picture, 480, 118)
  expect([...x]).toEqual([24, 60, 60, 96])
  expect([y[0] === y[1], y[2] === y[3], (y[1] ?? 0) < (y[2] ?? 0)]).toEqual([true, true, true])
})

test('every task lies in the picture, however many there are', () => {
  const count = 4000
  const many = {
    ...picture,
    layers: Int32Array.from({ length: count }, (_, task) => task % 500),
    layerCount: 500,
    streamOf: Int32Array.from({ length: count }, (_, task) => (task % 3) - 1),
  }
  const { x, y } = layOutSmallMap(many, 480, 118)
  expect([Math.min(...x) >= 0, Math.max(...x) <= 480, Math.min(...y) >= 0, Math.max(...y) <= 118]).toEqual([
    true,
    true,
    true,
    true,
  ])
})
