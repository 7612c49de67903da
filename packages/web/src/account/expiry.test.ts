import { expect, test } from 'vitest'
import { expiryAt } from './expiry.ts'

const NOW = Date.UTC(2026, 10, 22, 2)

test('a token expires as many days of 24 hours from now as it says, or never', () => {
  expect(expiryAt('d7', NOW)).toBe('2026-11-29T02:00:00.000Z')
  expect(expiryAt('d365', NOW)).toBe('2027-11-22T02:00:00.000Z')
  expect(expiryAt('never', NOW)).toBeNull()
})
