import { expect, test } from 'vitest'
import { ordersAfterMove } from './moves.ts'

const list = (...orders: number[]) => orders.map((order, at) => ({ id: 'abc'[at] ?? '', order }))

test('what moves changes places with its neighbour, and nobody else is written', () => {
  expect(ordersAfterMove(list(1, 2, 3), 'c', -1)).toEqual([
    { id: 'c', order: 2 },
    { id: 'b', order: 3 },
  ])
})

test('where several have the same order, all get one of their own', () => {
  expect(ordersAfterMove(list(0, 0, 0), 'a', 1)).toEqual([
    { id: 'b', order: 1 },
    { id: 'a', order: 2 },
    { id: 'c', order: 3 },
  ])
})

test.each([
  ['a', -1],
  ['c', 1],
  ['x', 1],
] as const)('%s does not move by %i', (id, by) => {
  expect(ordersAfterMove(list(1, 2, 3), id, by)).toEqual([])
})
