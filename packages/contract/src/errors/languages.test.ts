import { expect, test } from 'vitest'
import { chooseLanguage } from './languages.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'de'],
  ['DE', 'de'],
  ['de-CH', 'de'],
  ['fr-CA, fr;q=0.9, en;q=0.8', 'fr'],
  ['en;q=0.5, ja;q=0.7', 'ja'],
  ['es;q=0.001, en;q=0', 'es'],
  ['de , , fr', 'de'],
  ['fr ; q=0.4 ,\tes;Q=0.6', 'es'],
  ['it, pt-BR', 'en'],
  ['it, pt;q=0.8, fr;q=0.1', 'fr'],
  ['deu', 'en'],
])('%j prefers %s', (header, language) => {
  expect(chooseLanguage(header)).toBe(language)
})

test('of two languages liked equally, the first in the header is taken', () => {
  expect(chooseLanguage('ja, de')).toBe('ja')
  expect(chooseLanguage('de;q=0.5, ja;q=0.5')).toBe('de')
})

test('a regional range is content with its language, even when the language itself is liked less', () => {
  expect(chooseLanguage('de-CH, en;q=0.9, de;q=0.8')).toBe('de')
})

test('a star means any language that the header does not name, English first', () => {
  expect(chooseLanguage('*')).toBe('en')
  expect(chooseLanguage('it, *;q=0.1')).toBe('en')
  expect(chooseLanguage('fr;q=0.2, *')).toBe('en')
  expect(chooseLanguage('en;q=0, *;q=0.5')).toBe('de')
  expect(chooseLanguage('en-GB;q=0.1, *;q=0.5')).toBe('de')
})

test('a language of quality 0 is never taken while another is accepted', () => {
  expect(chooseLanguage('de;q=0, de-CH, fr;q=0.1')).toBe('fr')
})

test.each([
  'de;q=2',
  'de;q=-1',
  'de;q=0.1234',
  'de;level=1',
  'de q=1',
  'de;q',
  'de, @',
  'd_e',
  'de-*',
  'ja\u0000',
])('the malformed header %j is English, not an error', (header) => {
  expect(chooseLanguage(header)).toBe('en')
})

test('a header of a megabyte is English at once', () => {
  expect(chooseLanguage(`de,${' '.repeat(1_000_000)}`)).toBe('en')
})
