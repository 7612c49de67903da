import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { guardFormula, readList, unguardFormula, writeList } from './cell-text.ts'

const risky = array(constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', '\n', 'a', ';', '"'), {
  maxLength: 6,
}).map((characters) => characters.join(''))
const anyText = oneof(risky, string({ unit: 'grapheme' }))

test.each(['=1+1', '+44 20', '-5', '@sum', '\t=1', '  =1', '\n=1', "'=1"])(
  '“%s” is guarded by an apostrophe',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
  },
)

test.each(['Drain', 'a=b', "it's", "'quoted'", '', ' '])('“%s” needs no guard and loses nothing', (text) => {
  expect(guardFormula(text)).toBe(text)
  expect(unguardFormula(text)).toBe(text)
})

test('text that was written by hand without a guard is read as it is', () => {
  expect(unguardFormula('- drain the queue')).toBe('- drain the queue')
})

test('every text comes back from under its guard, and no guarded text begins a formula', () => {
  assert(
    property(anyText, (text) => {
      const guarded = guardFormula(text)
      expect(unguardFormula(guarded)).toBe(text)
      expect(guarded).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
    }),
  )
})

test('values of one cell are separated by semicolons or line breaks', () => {
  expect(readList('Network; Database,\nOperations ;')).toEqual(['Network', 'Database,', 'Operations'])
})

test('a value in quotation marks may hold semicolons; marks inside a value are text', () => {
  expect(readList('"a;b"; "say ""go"""; "A" team; half "open')).toEqual([
    'a;b',
    'say "go"',
    '"A" team',
    'half "open',
  ])
})

test('a written list reads back as the same values', () => {
  assert(
    property(array(anyText.filter((text) => text !== '')), (values) => {
      expect(readList(writeList(values))).toEqual(values)
    }),
  )
})

test('a cell of many megabytes is read like any other', () => {
  const long = '"'.repeat(4_000_000)
  expect(readList(writeList([long, 'B']))).toEqual([long, 'B'])
  expect(readList(`"${'a'.repeat(4_000_000)}`)).toHaveLength(1)
})
