import { expect, test } from 'vitest'
import { instantAt, readTime, wallClock } from './zoned.ts'

const utc = (text: string) => Date.parse(text) / 1000

test.each([
  ['2026-11-22', '02:30', 'Europe/London', '2026-11-22T02:30:00Z'],
  ['2026-11-22', '02:30', 'Europe/Berlin', '2026-11-22T01:30:00Z'],
  ['2026-07-01', '00:15', 'America/New_York', '2026-07-01T04:15:00Z'],
  ['2026-07-01', '00:15', 'Asia/Kolkata', '2026-06-30T18:45:00Z'],
])('%s %s on a clock in %s is %s, and is shown so again', (date, time, zone, expected) => {
  const instant = instantAt(date, time, zone)
  expect(instant).toBe(utc(expected))
  expect(wallClock(instant ?? 0, zone)).toEqual({ date, time })
})

test('a time that comes twice in the night when the clock is put back means the first', () => {
  // Berlin, 25 October 2026: 02:30 is 00:30 UTC in summer time, and 01:30 UTC an hour later.
  expect(instantAt('2026-10-25', '02:30', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30:00Z'))
})

test('a time that the clock leaves out lies as long after midnight as it says', () => {
  // Berlin, 29 March 2026: 02:00 becomes 03:00; two and a half hours after midnight (23:00 UTC) it is 01:30 UTC.
  expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30:00Z'))
})

test.each([
  ['2026-11-22', '24:00'],
  ['22.11.2026', '02:30'],
  ['2026-11-22', ''],
  ['0002-11-27', '10:00'],
])('%s %s is no instant', (date, time) => {
  expect(instantAt(date, time, 'UTC')).toBeUndefined()
})

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
