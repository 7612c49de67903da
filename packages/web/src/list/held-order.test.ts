import { describe, expect, test } from 'vitest'
import { FIRST, isHeld, mergeOrder, movedRows } from './held-order.ts'

describe('a held order', () => {
  test('keeps the rows that are shown where they are', () => {
    expect(mergeOrder([1, 2, 3, 4], [4, 3, 2, 1])).toEqual([1, 2, 3, 4])
  })

  test('loses what is gone', () => {
    expect(mergeOrder([1, 2, 3, 4], [4, 1])).toEqual([1, 4])
  })

  test('takes a newcomer in after the row that it follows', () => {
    expect(mergeOrder([3, 1, 2], [1, 2, 9, 3])).toEqual([3, 1, 2, 9])
  })

  test('takes newcomers in a row in their order', () => {
    expect(mergeOrder([1, 2], [1, 7, 8, 9, 2])).toEqual([1, 7, 8, 9, 2])
  })

  test('takes a newcomer without one before it first', () => {
    expect(mergeOrder([1, 2], [9, 1, 2])).toEqual([9, 1, 2])
  })

  test('lets what was typed in stand where it was typed', () => {
    expect(mergeOrder([1, 2, 3], [1, 2, 3, 9], new Map([[9, 1]]))).toEqual([1, 9, 2, 3])
    expect(
      mergeOrder(
        [1, 2],
        [1, 2, 8, 9],
        new Map([
          [8, FIRST],
          [9, 8],
        ]),
      ),
    ).toEqual([8, 9, 1, 2])
  })

  test('starts with what is wanted when nothing was shown', () => {
    expect(mergeOrder([], [5, 6, 7])).toEqual([5, 6, 7])
  })
})

describe('the number of moved rows', () => {
  test.each([
    ['none in the same order', [1, 2, 3], [1, 2, 3], 0],
    ['one when one went to the end', [1, 2, 3, 4], [2, 3, 4, 1], 1],
    ['one when a task crossed the rule', [1, 0, 2, 3], [1, 2, 0, 3], 1],
    ['all but one when turned round', [1, 2, 3, 4], [4, 3, 2, 1], 3],
  ])('is %s', (_what, shown, wanted, moved) => {
    expect(movedRows(shown, wanted)).toBe(moved)
  })
})

describe('rows are held', () => {
  const free = { isPointerOn: false, lastKeyAt: 0, isEditing: false }
  test('while the pointer is on the list', () => {
    expect(isHeld({ ...free, isPointerOn: true }, 60_000)).toBe(true)
  })
  test('for 3 s after a key', () => {
    expect(isHeld({ ...free, lastKeyAt: 57_001 }, 60_000)).toBe(true)
    expect(isHeld({ ...free, lastKeyAt: 57_000 }, 60_000)).toBe(false)
  })
  test('while something is typed in', () => {
    expect(isHeld({ ...free, isEditing: true }, 60_000)).toBe(true)
  })
  test('not otherwise', () => {
    expect(isHeld(free, 60_000)).toBe(false)
  })
})
