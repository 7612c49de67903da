import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { codeAt, makeSecret, otpauthUri, stepOf } from './totp.ts'

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const secret = Secret.fromLatin1('12345678901234567890').base32
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

test.each(vectors)('the code at %i seconds is that of the RFC', (seconds, code) => {
  expect(codeAt(secret, seconds * 1_000)).toBe(code)
  expect(stepOf(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30))
})

test('a code is taken one step early and one late, and no further', () => {
  const at = 1_111_111_111_000
  const step = Math.floor(at / 30_000)
  const taken = [-2, -1, 0, 1, 2].map((by) => stepOf(secret, codeAt(secret, at + by * 30_000), at))
  expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined])
})

test('what is no code is of no step', () => {
  for (const code of ['', '05047', '0504711', '05047x', '٠٥٠٤٧١'])
    expect(stepOf(secret, code, 0)).toBeUndefined()
})

test('a secret has 160 bits, and its address names the account', () => {
  const made = makeSecret()
  expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(makeSecret()).not.toBe(made)
  const uri = new URL(otpauthUri(made, 'mira@example.com'))
  expect(decodeURIComponent(uri.pathname)).toContain('Runsheet:mira@example.com')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'Runsheet',
    secret: made,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
