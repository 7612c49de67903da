import { expect, test } from 'vitest'
import { TextFit } from './text-fit.ts'

// Every letter is 10 wide.
const fit = new TextFit((text) => text.length * 10)

test('words go to the next line when they do not fit', () => {
  expect(fit.lines('Drain the backlog', 'f', 100, 2)).toEqual(['Drain the', 'backlog'])
})

test('the last line ends in an ellipsis when there is more', () => {
  expect(fit.lines('Drain the backlog to Harbour', 'f', 100, 2)).toEqual(['Drain the', 'backlog t…'])
})

test('a word longer than a line is cut', () => {
  expect(fit.cut('Supercalifragilistic', 'f', 60)).toBe('Super…')
})

test('a text that fits is left as it is', () => {
  expect(fit.cut('Drain', 'f', 50)).toBe('Drain')
})

test('where nothing may be left out, long words are broken', () => {
  expect(fit.lines('ab abcdefghij', 'f', 40, Number.POSITIVE_INFINITY)).toEqual(['ab', 'abcd', 'efgh', 'ij'])
})

test('no width holds nothing', () => {
  expect(fit.cut('Drain', 'f', 0)).toBe('')
})
