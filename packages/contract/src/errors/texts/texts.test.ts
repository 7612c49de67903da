import { expect, test } from 'vitest'
import type { Problem } from '../app-error.ts'
import { errorCodes } from '../catalogue.ts'
import { detailOf } from '../document.ts'
import { languages } from '../languages.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { samples } from './samples.ts'
import { bytes, chain, list } from './texts.ts'
import { words as german } from './words/de.ts'
import { words as english } from './words/en.ts'
import { words as spanish } from './words/es.ts'
import { words as french } from './words/fr.ts'
import { words as japanese } from './words/ja.ts'

/** Particulars that choose a sentence or have a word of their own in each language. */
const translated = new Set(['expected', 'fault', 'finding', 'part', 'reason', 'scope', 'type', 'unit'])

/** Numbers that a sentence rounds to a unit, or says in words when they are 0. */
const rephrased = new Set(['payload_too_large limit', 'invalid_requirement_minimum maximum'])

const cases: Problem[] = errorCodes.flatMap((code) => samples[code].map((about) => ({ code, about })))

test.each(cases)(
  '$code about $about is said in five different ways, each with all its particulars',
  (problem) => {
    const sentences = languages.map((language) => detailOf(problem, language))
    expect(new Set(sentences).size).toBe(languages.length)

    const named = Object.entries(problem.about).filter(
      ([name]) =>
        (problem.code === 'type_mismatch' || !translated.has(name)) &&
        !rephrased.has(`${problem.code} ${name}`),
    )
    for (const sentence of sentences) {
      for (const value of named.flatMap(([, value]) => value as string | number | string[]))
        expect(sentence).toContain(String(value))
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
      expect(sentence).toMatch(/[.。]$|例: OPS$/)
      expect(sentence).not.toMatch(/\.\.|。。| {2}|[<>]/)
      expect(sentence).toMatch(/^(\P{Ll}|(type|meta|end_scheduled|spaceship) )/u)
    }
  },
)

test('the titles of English are those of HTTP, and the other languages have their own', () => {
  expect(en.titles).toEqual({
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    422: 'Unprocessable Entity',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    501: 'Not Implemented',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
  })
  for (const status of [400, 401, 403, 404, 405, 422, 429, 500, 501, 503, 504] as const) {
    const titles = [en, de, fr, es, ja].map((texts) => texts.titles[status])
    expect(new Set(titles).size).toBe(5)
  }
})

test('every language has a word for every resource type, and none that English lacks', () => {
  const types = Object.keys(english.types).toSorted()
  for (const words of [german, french, spanish, japanese])
    expect(Object.keys(words.types).toSorted()).toEqual(types)
})

test('particulars that are counted are in the singular or the plural as they need', () => {
  expect(en.details.stream_not_empty({ id: '3', tasks: 1 })).toBe('Stream 3 still has 1 task.')
  expect(de.details.rate_limited({ retry_after: 1 })).toContain('in 1 Sekunde erneut')
  expect(fr.details.folder_not_empty({ id: '5', runbooks: 0 })).toBe(
    'Le dossier 5 contient encore 0 runbook.',
  )
  expect(es.details.too_long({ name: 'name', limit: 255 })).toContain('255 caracteres')
})

test('a resource type that is not of the contract is shown as it is', () => {
  expect(en.details.related_not_found({ type: 'constructor', id: '4' })).toBe(
    'Constructor 4 does not exist or is not accessible to you.',
  )
})

test('a sentence lists 20 values at most', () => {
  const values = Array.from({ length: 21 }, (_, i) => String(i + 1))
  expect(list(values.slice(0, 20))).toMatch(/, 20$/)
  expect(list(values)).toMatch(/, 20, …$/)
})

test('a long circle is shown by its beginning and its end', () => {
  expect(chain(['4', '9', '4'])).toBe('4 → 9 → 4')
  const path = Array.from({ length: 5000 }, (_, i) => String(i + 1))
  expect(chain(path)).toMatch(/^1 → 2 → .* → 18 → … → 5000$/)
})

test('sizes are in units of 1024 bytes', () => {
  expect([bytes(100), bytes(1536), bytes(2_097_152)]).toEqual(['100 B', '1.5 KiB', '2 MiB'])
})
