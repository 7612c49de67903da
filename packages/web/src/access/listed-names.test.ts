import { expect, test } from 'vitest'
import { listedNames } from './listed-names.ts'

test.each([
  [[], ''],
  [['Ada'], 'Ada'],
  [['Ada', 'Ben'], 'Ada or Ben'],
  [['Ada', 'Ben', 'Ada', 'Cleo'], 'Ada, Ben or Cleo'],
  [['Ada', 'Ben', 'Cleo', 'Dina'], 'Ada, Ben or Cleo'],
])('%j are listed as %j', (names, text) => {
  expect(listedNames(names, 'or')).toBe(text)
})
