import { expect, test } from 'vitest'
import { instantOfText, instantOfWall, offsetAt, readTime, wallText } from './zone.ts'

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

test.each([
  ['2026-11-22T02:30', 'Europe/London', '2026-11-22T02:30:00Z'],
  ['2026-07-01T00:15', 'America/New_York', '2026-07-01T04:15:00Z'],
  ['2026-07-01T00:15', 'Asia/Kolkata', '2026-06-30T18:45:00Z'],
])('%s on a clock in %s is %s, and is shown so again', (text, zone, expected) => {
  expect(instantOfText(text, zone)).toBe(at(expected))
  expect(wallText(at(expected), zone)).toBe(text)
})

test.each(['2026-11-22T24:30', '22.11.2026T02:30', '2026-11-22T', '0002-11-27T10:00'])(
  '%s is no instant',
  (text) => {
    expect(instantOfText(text, 'UTC')).toBeUndefined()
  },
)

test.each([
  ['2:30', '02:30'],
  ['0230', '02:30'],
  ['02.30', '02:30'],
  ['7', '07:00'],
  ['24:00', undefined],
  ['2:75', undefined],
  ['noon', undefined],
])('%s is read as %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})
