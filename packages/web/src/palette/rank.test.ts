import { describe, expect, test } from 'vitest'
import { plain, rank, scoreOf } from './rank.ts'

const texts = { text: (text: string) => text, key: (text: string) => text }
const found = (items: readonly string[], query: string, recent: readonly string[] = []) =>
  rank(items, query, texts, recent, 10).map(({ item }) => item)

describe('the order of what was found', () => {
  test('is beginning, beginning of a word, any place, letters in their order', () => {
    const items = ['Badrain', 'Do read later', 'Switch the drain', 'Drain the pool', 'Undrained']
    expect(found(items, 'dra')).toEqual([
      'Drain the pool',
      'Switch the drain',
      'Badrain',
      'Undrained',
      'Do read later',
    ])
  })

  test('puts what was used last first among equals, and never before a better answer', () => {
    expect(found(['Pause', 'Pages', 'Stop here'], 'pa', ['Pages'])).toEqual(['Pages', 'Pause'])
    expect(found(['Pause', 'A pause'], 'pa', ['A pause'])).toEqual(['Pause', 'A pause'])
  })

  test('is that of use where nothing is asked for', () => {
    expect(found(['one', 'two', 'three'], ' ', ['three', 'two'])).toEqual(['three', 'two', 'one'])
  })
})

test('accents and capitals make no difference', () => {
  expect(scoreOf(plain('Übergabe Zürich'), plain('ZUR'))).toBe(3)
})

test('what lacks a letter is not found', () => {
  expect(found(['Drain'], 'drax')).toEqual([])
})

test('a later place that begins a word counts as one', () => {
  expect(scoreOf('undrained drain', 'drain')).toBe(3)
})
