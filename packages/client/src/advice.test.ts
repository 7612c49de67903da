import { type ErrorCode, errorCatalogue, errorCodes } from '@runsheet/contract'
import { describe, expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { mayRepeat } from './retry.ts'

/** The codes of which the error page says to wait or to repeat, and what the client does of it by itself. */
const advised: Partial<
  Record<ErrorCode, 'repeats' | 'repeats with a key' | 'repeats once with a key' | 'leaves'>
> = {
  rate_limited: 'repeats',
  maintenance: 'repeats',
  core_unavailable: 'repeats with a key',
  core_timeout: 'repeats with a key',
  internal_error: 'repeats once with a key',
  // A person has to do something first: read again and decide, type a code, choose another key, free the disk.
  stale_resource: 'leaves',
  second_factor_required: 'leaves',
  idempotency_key_conflict: 'leaves',
  task_not_startable: 'leaves',
  storage_full: 'leaves',
}

const errorOf = (code: ErrorCode) => {
  const status = errorCatalogue[code].status
  return new ApiError(status, [{ id: 'r-1', status: String(status), code, title: 'T', detail: 'D.' }], 'r-1')
}

/** What the client does after a refusal: of a write without a key, with one, and with one that has failed twice. */
const repeats = (code: ErrorCode) => [
  mayRepeat(errorOf(code), false, 1),
  mayRepeat(errorOf(code), true, 1),
  mayRepeat(errorOf(code), true, 2),
]

describe('the client does what the error page advises', () => {
  test('every code that speaks of waiting or repeating is settled here', () => {
    const speaking = errorCodes.filter((code) => /\b(?:repeat|wait)\b/i.test(errorCatalogue[code].remedy))
    expect(speaking.toSorted()).toEqual(Object.keys(advised).toSorted())
  })

  test.each(errorCodes)('%s', (code) => {
    const expected = {
      repeats: [true, true, true],
      'repeats with a key': [false, true, true],
      'repeats once with a key': [false, true, false],
      leaves: [false, false, false],
    }
    expect(repeats(code)).toEqual(expected[advised[code] ?? 'leaves'])
  })
})
