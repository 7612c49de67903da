import { expect, test } from 'vitest'
import { fixedTimeReader } from './fixed-time.ts'
import { dateOrderOf } from './wall-clock.ts'

const inLondon = fixedTimeReader('Europe/London', 'day_first')

test.each([
  ['2026-03-01', '14:30'],
  ['2026/3/1', '14:30:00'],
  ['01/03/2026', '2:30 PM'],
  ['1-3-2026', '2:30pm'],
  ['1.3.2026', '14:30 UTC'],
  ['1 Mar 2026', '14:30Z'],
  ['01-Mar-2026', '14:30:00.000'],
  ['March 1st, 2026', '14:30 (Europe/London)'],
  ['2026-03-01', '14:30 GMT'],
  ['2026-03-01', '16:30 +02:00'],
  ['2026-03-01', '16:30+0200'],
  ['2026-03-01', '16:30 UTC+2'],
  ['2026-03-01', '15:30 Europe/Berlin'],
  ['2026-03-01', '15:30 europe/berlin'],
  ['2026-03-01', '15:30 CET'],
  ['2026-03-01', '09:30 EST'],
  ['2026-03-01', '9:30 am America/New_York'],
  ['2026-03-01', '20:00 IST'],
  ['2026-03-01T14:30:00Z', ''],
  ['', '2026-03-01T15:30:00+01:00'],
  ['2026-03-01 14:30', ''],
  ['1 March 2026, 2:30 pm', ''],
  ['2026-03-01 00:00:00', '14:30'],
])('“%s” “%s” in a London runbook is 14:30 UTC on 1 March 2026', (date, time) => {
  expect(inLondon(date, time)).toEqual({ instant: '2026-03-01T14:30:00Z' })
})

test('without a zone in the cell the zone of the runbook counts, with its summer time', () => {
  expect(inLondon('2026-07-01', '09:00')).toEqual({ instant: '2026-07-01T08:00:00Z' })
})

test('an abbreviation is a fixed offset, also in summer', () => {
  expect(inLondon('2026-07-01', '09:00 EST')).toEqual({ instant: '2026-07-01T14:00:00Z' })
})

test('an abbreviation with several meanings means the one that is in force in the zone of the runbook', () => {
  const inShanghai = fixedTimeReader('Asia/Shanghai', 'day_first')
  expect(inShanghai('2026-03-01', '09:00 CST')).toEqual({ instant: '2026-03-01T01:00:00Z' })
  expect(inLondon('2026-03-01', '09:00 CST')).toEqual({ instant: '2026-03-01T15:00:00Z' })
})

test('a local time that the change to summer time leaves out moves forward by the gap', () => {
  // 2026-03-29: 01:00 becomes 02:00 in London, so 01:30 is read as 02:30 BST.
  expect(inLondon('2026-03-29', '01:30')).toEqual({ instant: '2026-03-29T01:30:00Z' })
})

test('a local time that comes twice when summer time ends is the first', () => {
  // 2026-10-25: 02:00 BST becomes 01:00 GMT; the first 01:30 is BST.
  expect(inLondon('2026-10-25', '01:30')).toEqual({ instant: '2026-10-25T00:30:00Z' })
  expect(inLondon('2026-10-25', '01:30 +00:00')).toEqual({ instant: '2026-10-25T01:30:00Z' })
})

test('empty cells are no fixed time', () => {
  expect(inLondon('', ' ')).toEqual({ instant: null })
})

test.each([
  ['2026-03-01', '', 'time', 'empty'],
  ['', '14:30', 'date', 'empty'],
  ['2026-02-30', '14:30', 'date', 'no_date'],
  ['03/25/2026', '14:30', 'date', 'no_date'],
  ['01/03/26', '14:30', 'date', 'no_date'],
  ['1969-12-31', '14:30', 'date', 'no_date'],
  ['Day 1', '14:30', 'date', 'no_date'],
  ['2026-03-01 10:00', '14:30', 'date', 'no_date'],
  ['2026-03-01', '24:00', 'time', 'no_time'],
  ['2026-03-01', '14:60', 'time', 'no_time'],
  ['2026-03-01', '13:00 pm', 'time', 'no_time'],
  ['2026-03-01', '14', 'time', 'no_time'],
  ['2026-03-01', 'noon', 'time', 'no_time'],
  ['2026-03-01', '14:30 Mars/Base', 'time', 'no_zone'],
  ['2026-03-01', '14:30 +15:00', 'time', 'no_zone'],
])('“%s” “%s” is refused at the %s: %s', (date, time, cell, fault) => {
  expect(inLondon(date, time)).toEqual({ cell, fault })
})

test('one day above the twelfth tells the order of all dates in a file; without one the day stands first', () => {
  expect(dateOrderOf(['01/02/2026', '25/03/2026'])).toBe('day_first')
  expect(dateOrderOf(['01/02/2026', '', '03/25/2026 10:00'])).toBe('month_first')
  expect(dateOrderOf(['01/02/2026', '2026-03-25'])).toBe('day_first')
  const american = fixedTimeReader('UTC', 'month_first')
  expect(american('01/02/2026', '10:00')).toEqual({ instant: '2026-01-02T10:00:00Z' })
})
