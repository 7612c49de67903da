import { AppError, type Problem } from '@runsheet/contract'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

function problemWith(bytes: string | Buffer): Problem | undefined {
  try {
    readJson(Buffer.from(bytes))
    return undefined
  } catch (error) {
    return error instanceof AppError ? error.problems[0] : undefined
  }
}

test('whatever is written as JSON is read as what it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1), (value, indent) => {
      expect(readJson(Buffer.from(JSON.stringify(value, null, indent)))).toEqual(
        JSON.parse(JSON.stringify(value)),
      )
    }),
  )
})

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"b":{"c":[{"d":1}],"c":2}}', 'c'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['[{"x\\"":1,"x\\"":2}]', 'x"'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a\\\\":1,"b":"}","a\\\\":2}', 'a\\'],
])('%s names a member twice', (text, name) => {
  expect(problemWith(text)?.about).toEqual({ fault: 'duplicate_member', name })
})

test.each(['[{"a":1},{"a":2}]', '{"a":{"a":{"a":1}}}', '{"a":"a","b":"a"}', '{"a":["a","a"]}', '{"":0}'])(
  '%s names none twice',
  (text) => {
    expect(readJson(Buffer.from(text))).toEqual(JSON.parse(text))
  },
)

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('64 levels are read, 65 are not, and a million are refused as quickly', () => {
  expect(problemWith(nested(64))).toBeUndefined()
  expect(problemWith(nested(65))?.about).toEqual({ fault: 'too_deep', limit: 64 })
  expect(problemWith(nested(500_000))?.about).toEqual({ fault: 'too_deep', limit: 64 })
})

test('what is not UTF-8 is refused, a byte order mark is not', () => {
  expect(problemWith(Buffer.from([0x22, 0xe9, 0x22]))?.about).toEqual({ fault: 'encoding' })
  expect(problemWith(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))?.about).toEqual({ fault: 'encoding' })
  expect(readJson(Buffer.from('\ufeff{}'))).toEqual({})
})

test.each([
  ['{"data":', { fault: 'syntax', position: 8 }],
  ['{"a":1 "b":2}', { fault: 'syntax', position: 7 }],
  ['{a:1}', { fault: 'syntax', position: 1 }],
  ['nul', { fault: 'syntax', position: 3 }],
  ['NaN', { fault: 'syntax' }],
  ['{"a":1}}', { fault: 'syntax', position: 7 }],
])('%s is not JSON', (text, about) => {
  expect(problemWith(text)?.about).toEqual(about)
})
