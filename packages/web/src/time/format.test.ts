import { beforeAll, describe, expect, test, vi } from 'vitest'
import { speak } from '../language/language.ts'
import { lengthLeft, lengthPassed, minutesAfterStart } from './format.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('en')
})

describe('minutes in words', () => {
  // 26 of 20 minutes are taken, 6:39 over: both say 6. 13:21 of the same task were left: 14 with the one that has begun.
  test.each([
    [0, '–'],
    [45, '45 s'],
    [60, '1 min'],
    [119, '1 min'],
    [399, '6 min'],
    [3_659, '1 h'],
  ])('%i seconds that have passed are %s', (seconds, said) => {
    expect(lengthPassed(seconds)).toBe(said)
  })

  test.each([
    [0, '–'],
    [45, '45 s'],
    [60, '1 min'],
    [61, '2 min'],
    [801, '14 min'],
    [3_541, '1 h'],
  ])('%i seconds that are left are %s', (seconds, said) => {
    expect(lengthLeft(seconds)).toBe(said)
  })
})

test.each([
  [0, '+0:00'],
  [1_800, '+0:30'],
  [8_580, '+2:23'],
  [93_780, '+1 d 2:03'],
])('%i seconds after a start that nobody has set are %s', (seconds, said) => {
  expect(minutesAfterStart(seconds)).toBe(said)
})
