import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem } from './app-error.ts'
import { errorCodes } from './catalogue.ts'
import { clean } from './clean.ts'
import { errorDocument } from './document.ts'
import { languages } from './languages.ts'
import { samples } from './texts/samples.ts'

test('control characters, line ends and marks of direction become one space', () => {
  expect(clean('a\u0000\r\n\u001b[31mb\u2028c\u202ed')).toBe('a [31mb c d')
})

test('half a character becomes the replacement character', () => {
  expect(clean('a\ud83db')).toBe('a\ufffdb')
})

test('a hundred characters are shown, emoji counted as one each, and a sign that more followed', () => {
  expect(clean('ü'.repeat(100))).toBe('ü'.repeat(100))
  expect(clean('🚀'.repeat(101))).toBe(`${'🚀'.repeat(100)}…`)
  expect(clean(`${'\u0007'.repeat(5000)}a`)).toBe(' …')
})

test('markup never leaves as markup', () => {
  expect(clean('<script>alert(1)</script>')).toBe('‹script›alert(1)‹/script›')
})

/** The samples decide which particulars are free text; closed words such as `fault` stay as they are. */
const closed = new Set(['expected', 'fault', 'finding', 'part', 'reason', 'unit'])

function withText(about: object, text: string): object {
  const put = (name: string, value: unknown) => {
    if (closed.has(name) || typeof value === 'number') return value
    return Array.isArray(value) ? value.map(() => text) : text
  }
  return Object.fromEntries(Object.entries(about).map(([name, value]) => [name, put(name, value)]))
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('__proto__', 'constructor', '\ud800', '\udc00\ud800', '<b>', '\u0085', '${1}'),
)

test('whatever a request contains, no detail has control characters, halves of characters or markup', () => {
  fc.assert(
    fc.property(
      nasty,
      fc.constantFrom(...errorCodes),
      fc.constantFrom(...languages),
      (text, code, language) => {
        for (const sample of samples[code]) {
          const problem = { code, about: withText(sample, text) } as Problem
          const [entry] = errorDocument([problem], language, 'r').errors
          const written = JSON.stringify([entry?.detail, entry?.meta])
          expect(entry?.detail.isWellFormed()).toBe(true)
          expect(entry?.detail).not.toMatch(/[\p{Cc}<>]/u)
          expect(written).not.toMatch(/\\u(00[01]|d[89a-f])/i)
        }
      },
    ),
    { numRuns: 500 },
  )
})
