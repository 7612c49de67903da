import { expect, test } from 'vitest'
import { wallText } from '../time/zone.ts'
import { stepAt, ticksBetween } from './ticks.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const BERLIN = 'Europe/Berlin'
const HOUR = 3_600

const clocks = (from: string, until: string, perSecond: number, zone = BERLIN) =>
  ticksBetween(at(from), at(until), perSecond, zone).map((tick) => wallText(tick.at, zone).slice(11))

test('the step is the finest whose labels have room', () => {
  expect(stepAt(60 / 60).step).toBe(60)
  expect(stepAt(14.8 / 60).step).toBe(300)
  expect(stepAt(190 / HOUR).step).toBe(1_800)
  expect(stepAt(60 / HOUR).step).toBe(HOUR)
  expect(stepAt(20 / HOUR).step).toBe(3 * HOUR)
  expect(stepAt(300 / 604_800).step).toBe(604_800)
})

test('the night in which clocks go forward has no two: 23 hours, each whole', () => {
  expect(clocks('2026-03-28T23:00:00Z', '2026-03-29T03:00:00Z', 60 / HOUR)).toEqual([
    '00:00',
    '01:00',
    '03:00',
    '04:00',
    '05:00',
  ])
  const day = ticksBetween(at('2026-03-28T23:00:00Z'), at('2026-03-29T21:59:59Z'), 60 / HOUR, BERLIN)
  expect(day).toHaveLength(23)
})

test('the night in which clocks go back has two twice', () => {
  expect(clocks('2026-10-24T22:00:00Z', '2026-10-25T02:00:00Z', 60 / HOUR)).toEqual([
    '00:00',
    '01:00',
    '02:00',
    '02:00',
    '03:00',
  ])
})

test('steps of three hours stay on the clock across a change', () => {
  expect(clocks('2026-03-28T23:00:00Z', '2026-03-29T12:00:00Z', 20 / HOUR)).toEqual([
    '00:00',
    '03:00',
    '06:00',
    '09:00',
    '12:00',
  ])
})

test('days begin at midnight of the zone on both sides of a change', () => {
  const days = ticksBetween(at('2026-03-27T00:00:00Z'), at('2026-03-31T00:00:00Z'), 90 / 86_400, BERLIN)
  expect(days.map((tick) => tick.at)).toEqual(
    ['2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-03-30T22:00:00Z'].map(at),
  )
  expect(days.every(({ isDay }) => isDay)).toBe(true)
})

test('weeks have their label on Monday and thin lines for the days between', () => {
  const days = ticksBetween(at('2026-11-16T00:00:00Z'), at('2026-11-22T23:59:59Z'), 300 / 604_800, 'UTC')
  expect(days).toHaveLength(7)
  expect(days.filter(({ hasLabel }) => hasLabel).map((tick) => tick.at)).toEqual([at('2026-11-16T00:00:00Z')])
  expect(days[1]?.weight).toBe(0)
})

test('with five minutes between labels, tens are plain and half hours strong', () => {
  const weights = ticksBetween(at('2026-11-22T01:00:00Z'), at('2026-11-22T01:30:00Z'), 14.8 / 60, BERLIN)
  expect(weights.map(({ weight }) => weight)).toEqual([2, 0, 1, 0, 1, 0, 2])
})

test('a zone half an hour off has its hours where its clocks show them', () => {
  expect(clocks('2026-11-22T00:00:00Z', '2026-11-22T02:00:00Z', 60 / HOUR, 'Asia/Kolkata')).toEqual([
    '06:00',
    '07:00',
  ])
})
