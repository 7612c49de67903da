import { expect, test } from 'vitest'
import { openText, sealText } from './sealed-text.ts'

const seal = { secret: 'a'.repeat(64), purpose: 'test' }

test('what is sealed is opened by the same secret for the same purpose, and by nothing else', () => {
  const sealed = sealText('geheim 🔑', seal)
  expect(sealed).not.toContain('geheim')
  expect(openText(sealed, seal)).toBe('geheim 🔑')
  expect(() => openText(sealed, { ...seal, secret: 'b'.repeat(64) })).toThrow('unable to authenticate')
  expect(() => openText(sealed, { ...seal, purpose: 'another' })).toThrow('unable to authenticate')
  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  expect(() => openText(bytes.toString('base64'), seal)).toThrow('unable to authenticate')
})

test('the same text never looks the same twice', () => {
  expect(sealText('same', seal)).not.toBe(sealText('same', seal))
})
