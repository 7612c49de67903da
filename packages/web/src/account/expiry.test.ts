import { expect, test } from 'vitest'
import { expiriesWithin, expiryAt, expiryOnDay } from './expiry.ts'

const NOW = Date.UTC(2026, 10, 22, 2)

test('a token expires as many days of 24 hours from now as it says, or never', () => {
  expect(expiryAt('d7', NOW)).toBe('2026-11-29T02:00:00.000Z')
  expect(expiryAt('d365', NOW)).toBe('2027-11-22T02:00:00.000Z')
  expect(expiryAt('never', NOW)).toBeNull()
})

test('a token with a last day expires in the last minute of that day, in the zone of its owner', () => {
  expect(expiryOnDay('2026-11-29', 'Europe/Berlin', NOW)).toBe('2026-11-29T22:59:00.000Z')
  expect(expiryOnDay('2026-11-22', 'Europe/London', NOW)).toBe('2026-11-22T23:59:00.000Z')
})

test('a day that is over, or none, is no last day', () => {
  expect(expiryOnDay('2026-11-21', 'Europe/London', NOW)).toBeUndefined()
  expect(expiryOnDay('', 'Europe/London', NOW)).toBeUndefined()
})

test('where a token may live so many days, nothing longer is offered', () => {
  expect(expiriesWithin(null)).toContain('never')
  expect(expiriesWithin(90)).toEqual(['d7', 'd30', 'd90', 'date'])
  expect(expiriesWithin(5)).toEqual(['date'])
})
