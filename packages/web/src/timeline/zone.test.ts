import { expect, test } from 'vitest'
import { instantOfText, instantOfWall, offsetAt, wallText } from './zone.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const BERLIN = 'Europe/Berlin'

test('Berlin is two hours ahead of UTC in summer and one in winter', () => {
  expect(offsetAt(at('2026-07-01T00:00:00Z'), BERLIN)).toBe(7_200)
  expect(offsetAt(at('2026-11-22T00:00:00Z'), BERLIN)).toBe(3_600)
})

test('an unknown zone counts as UTC', () => {
  expect(offsetAt(at('2026-07-01T00:00:00Z'), 'Nowhere/At_All')).toBe(0)
})

test('a time that comes twice is the first of the two', () => {
  expect(instantOfText('2026-10-25T02:30', BERLIN)).toBe(at('2026-10-25T00:30:00Z'))
})

test('a time that spring leaves out is as long after the change as it would have been', () => {
  const instant = instantOfWall(at('2026-03-29T02:30:00Z'), BERLIN)
  expect(wallText(instant, BERLIN)).toBe('2026-03-29T03:30')
})

test('text and instant are each other backwards', () => {
  const instant = at('2026-11-28T21:00:00Z')
  expect(wallText(instant, BERLIN)).toBe('2026-11-28T22:00')
  expect(instantOfText('2026-11-28T22:00', BERLIN)).toBe(instant)
  expect(instantOfText('', BERLIN)).toBeUndefined()
})
