import { expect, test } from 'vitest'
import { closestTo, isOneEditAway } from './close-text.ts'
import { fixedTimeReader } from './fixed-time.ts'
import { mendDuration } from './mend-duration.ts'
import { dayAfterStart, mendDate, mendTime, mendZone } from './mend-fixed-time.ts'

test.each([
  ['1h3O', '1h 30m', 'letter_o'],
  ['3Om', '30m', 'letter_o'],
  ['1hO5', '1h 5m', 'letter_o'],
  ['9o', '1h 30m', 'letter_o'],
  ['l5', '15m', 'letter_l'],
  ['1I min', '11m', 'letter_l'],
  ['90 min.', '1h 30m', 'punctuation'],
  ['1 hr. 30 min.', '1h 30m', 'punctuation'],
  ['1 hour and 30 minutes', '1h 30m', 'punctuation'],
  ['1h, 30m', '1h 30m', 'punctuation'],
  ["90'", '1h 30m', 'punctuation'],
  ['~90', '1h 30m', 'approximate'],
  ['ca. 20 min', '20m', 'approximate'],
  ['half an hour', '30m', 'number_word'],
  ['an hour', '1h', 'number_word'],
  ['1½ hours', '1h 30m', 'number_word'],
  ['½ h', '30m', 'number_word'],
  ['1,5 Stunden', '1h 30m', 'unit_word'],
  ['90 Minuten', '1h 30m', 'unit_word'],
  ['2 Std. 5 Min.', '2h 5m', 'unit_word'],
])('a duration “%s” means %s', (text, value, reason) => {
  expect(mendDuration(text)).toEqual({ value, reason })
})

test.each(['soon', 'TBD', '10-15 min', '1,500', '-5', '1 month', '', 'no idea', '2 o’clock', '20 or 30'])(
  'nothing is sure of a duration “%s”',
  (text) => {
    expect(mendDuration(text)).toBeUndefined()
  },
)

test.each([
  ['2O26-11-28', '2026-11-28', 'letter_o'],
  ['28.l1.2026', '2026-11-28', 'letter_l'],
  ['11/28/2026', '2026-11-28', 'day_and_month'],
  ['28.11.26', '2026-11-28', 'two_digit_year'],
  ['11/28/26', '2026-11-28', 'two_digit_year'],
  // 2026-11-28 is day 20 785 of 1970; 25 569 + 20 785 = 46 354.
  ['46354', '2026-11-28', 'spreadsheet_number'],
])('a date “%s” means %s', (text, value, reason) => {
  expect(mendDate(text, 'day_first')).toEqual({ value, reason })
})

test.each(['2026-02-30', '31/31/2026', 'Saturday', '12345', ''])('nothing is sure of a date “%s”', (text) => {
  expect(mendDate(text, 'day_first')).toBeUndefined()
})

test.each([
  ['22:3O', '22:30', 'letter_o'],
  ['22h30', '22:30', 'punctuation'],
  ['22.30 Uhr', '22:30', 'punctuation'],
  ['2230', '22:30', 'punctuation'],
  ['0.9375', '22:30:00', 'spreadsheet_number'],
])('a time “%s” means %s', (text, value, reason) => {
  expect(mendTime(text)).toEqual({ value, reason })
})

test('a time keeps the date that stands before it, and loses what is no zone', () => {
  expect(mendZone('22:30 local')).toEqual({ value: '22:30', reason: 'runbook_zone' })
  expect(mendZone('2026-11-28 10:30 pm somewhere')?.value).toBe('2026-11-28 22:30')
})

test('a time without a day is that of the first such hour after the scheduled start', () => {
  const read = fixedTimeReader('Europe/Berlin', 'day_first')
  // 22:00 in Berlin on Saturday the 28th is 21:00 UTC.
  const start = '2026-11-28T21:00:00Z'
  expect(dayAfterStart('22:00', start, read)).toBe('2026-11-28')
  expect(dayAfterStart('23:30', start, read)).toBe('2026-11-28')
  expect(dayAfterStart('02:30', start, read)).toBe('2026-11-29')
  expect(dayAfterStart('02:30 Asia/Tokyo', start, read)).toBe('2026-11-30')
  expect(dayAfterStart('soon', start, read)).toBeUndefined()
})

test('texts one edit apart: a character more, less or other, or two neighbours exchanged', () => {
  for (const other of ['DB-1', 'DB-12X', 'DB-13', 'BD-12', 'XDB-12'])
    expect(isOneEditAway('DB-12', other)).toBe(true)
  for (const other of ['DB-12', 'DB', 'DB-123X', '21-DB']) expect(isOneEditAway('DB-12', other)).toBe(false)
  expect(closestTo('db-2', ['DB-1', 'DB-2'])).toBeUndefined()
  expect(closestTo('Card Opps', ['Link Ops', 'Card Ops'])).toBe('Card Ops')
})
