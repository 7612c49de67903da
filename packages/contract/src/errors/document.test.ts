import { expect, test } from 'vitest'
import { type Problem, problem } from './app-error.ts'
import { errorDocument } from './document.ts'

test('an entry names the request, the status, the code, what is wrong and where', () => {
  const blank = problem('blank', { name: 'name' }, { pointer: '/data/attributes/name' })
  expect(errorDocument([blank], 'en', 'r-1')).toEqual({
    errors: [
      {
        id: 'r-1',
        status: '422',
        code: 'blank',
        title: 'Unprocessable Entity',
        detail: '“name” must not be empty.',
        source: { pointer: '/data/attributes/name' },
      },
    ],
  })
})

test('title and detail are translated, the rest stays', () => {
  const missing = problem('not_found', { type: 'task', id: '17' })
  expect(errorDocument([missing], 'de', 'r-1')).toEqual({
    errors: [
      {
        id: 'r-1',
        status: '404',
        code: 'not_found',
        title: 'Nicht gefunden',
        detail:
          'Aufgabe 17 nicht gefunden: nicht vorhanden, archiviert, gelöscht oder für Sie nicht zugänglich.',
      },
    ],
  })
})

test('particulars that a program can use stand in meta, beside those that the thrower adds', () => {
  const wrong = problem(
    'invalid_stage_transition',
    { stage: 'planning', action: 'resume', allowed: ['start'] },
    { meta: { run: null } },
  )
  expect(errorDocument([wrong], 'en', 'r').errors[0]?.meta).toEqual({
    stage: 'planning',
    allowed: ['start'],
    run: null,
  })
})

test('meta lists every allowed value, although the sentence stops after 20', () => {
  const allowed = Array.from({ length: 30 }, (_, i) => `value_${i}`)
  const [entry] = errorDocument([problem('invalid_enum', { name: 'level', allowed })], 'en', 'r').errors
  expect(entry?.meta).toEqual({ allowed })
  expect(entry?.detail).not.toContain('value_20')
})

const problems = (n: number): Problem[] =>
  Array.from({ length: n }, (_, i) => problem('blank', { name: 'name' }, { meta: { line: i + 2 } }))

test('a hundred problems are all shown, and nothing is counted', () => {
  const { errors } = errorDocument(problems(100), 'en', 'r')
  expect(errors).toHaveLength(100)
  expect(errors[0]?.meta).toEqual({ line: 2 })
})

test('of more than a hundred problems the first hundred are shown and all are counted', () => {
  const { errors } = errorDocument(problems(101), 'en', 'r')
  expect(errors).toHaveLength(100)
  expect(errors[0]?.meta).toEqual({ line: 2, total: 101 })
  expect(errors[1]?.meta).toEqual({ line: 3 })
})

test('an import may show a thousand', () => {
  const { errors } = errorDocument(problems(1001), 'en', 'r', 1000)
  expect(errors).toHaveLength(1000)
  expect(errors[0]?.meta).toEqual({ line: 2, total: 1001 })
})

test('half a character in a place is replaced, the rest of the place stays exact', () => {
  const [entry] = errorDocument(
    [problem('unknown_attribute', { name: 'x' }, { pointer: '/data/<\ud800>' })],
    'en',
    'r',
  ).errors
  expect(entry?.source).toEqual({ pointer: '/data/<\ufffd>' })
})
