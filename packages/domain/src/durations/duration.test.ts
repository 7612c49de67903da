import { MAX_DURATION_SECONDS } from '@runsheet/contract'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from './duration.ts'

test.each([
  ['90', 5_400],
  ['1.5', 90],
  ['0', 0],
  ['90m', 5_400],
  ['1h 30m', 5_400],
  ['1h30', 5_400],
  ['1H30M', 5_400],
  ['1.5h', 5_400],
  ['1,5h', 5_400],
  ['1 hour 30 minutes', 5_400],
  ['2 hrs 5 mins 10 secs', 7_510],
  ['01:30:00', 5_400],
  ['1:30', 5_400],
  ['100:00:01', 360_001],
  ['PT1H30M', 5_400],
  ['pt90s', 90],
  ['P1DT12H', 129_600],
  ['P2W', 1_209_600],
  ['2d 4h', 187_200],
  ['1w', 604_800],
  ['45s', 45],
  ['20.4s', 20],
  [' 1h\u00a030m\u202f', 5_400],
])('“%s” lasts %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

test.each([
  '',
  ' ',
  '-5',
  '-1h',
  '−5m',
  'soon',
  '1h -30m',
  '30m 1h',
  '1h 2h',
  '1x',
  '1h 30m 5',
  '5m 30',
  '1:60',
  '01:30:60',
  'PT',
  'P',
  'P1DT',
  'P1Y',
  'P1M',
  '1,500',
  '1.2.3',
  '1e3',
  'Infinity',
  '99999999',
  '1 1',
])('“%s” is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

test.each([
  [0, '0m'],
  [45, '45s'],
  [5_400, '1h 30m'],
  [86_400, '1d'],
  [93_784, '1d 2h 3m 4s'],
])('%i seconds are written as “%s”', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})

test('ten years are the longest duration', () => {
  expect(parseDuration('3650d')).toBe(MAX_DURATION_SECONDS)
  expect(parseDuration('3650d 1s')).toBeUndefined()
})

test('a written duration reads back as the same duration', () => {
  assert(
    property(integer({ min: 0, max: MAX_DURATION_SECONDS }), (seconds) => {
      expect(parseDuration(formatDuration(seconds))).toBe(seconds)
    }),
  )
})
