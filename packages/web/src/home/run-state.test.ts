import { expect, test } from 'vitest'
import { type RunbookRow } from '../workspaces/documents.ts'
import { runState } from './run-state.ts'

const at = (clock: string) => Date.parse(`2026-11-22T${clock}Z`) / 1000

function run(attributes: Partial<RunbookRow['attributes']>): RunbookRow {
  return {
    attributes: {
      stage: 'active',
      start_planned: '2026-11-22T02:00:00Z',
      start_actual: '2026-11-22T02:01:00Z',
      end_planned: '2026-11-22T04:00:00Z',
      end_forecast: '2026-11-22T04:01:30Z',
      end_moves_from: '2026-11-22T02:20:00Z',
      ...attributes,
    },
  } as RunbookRow
}

test('the forecast end stands until the instant from which it moves with the clock', () => {
  expect(runState(run({}), at('02:15:00')).late).toBe(1)
  // Three minutes after 02:20 the end is three minutes later: 04:04:30.
  const later = runState(run({}), at('02:23:00'))
  expect(later.end).toBe(at('04:04:30'))
  expect(later.late).toBe(4)
})

test('an end that does not move is the same at any time', () => {
  expect(runState(run({ end_moves_from: null }), at('03:59:00')).end).toBe(at('04:01:30'))
})

test('what is earlier than planned is negative', () => {
  expect(
    runState(run({ end_forecast: '2026-11-22T03:53:10Z', end_moves_from: null }), at('02:10:00')).late,
  ).toBe(-7)
})

test('without a forecast the planned end stands, and says so', () => {
  const { end, hasForecast, late } = runState(
    run({ end_forecast: null, end_moves_from: null }),
    at('03:00:00'),
  )
  expect({ end, hasForecast, late }).toEqual({ end: at('04:00:00'), hasForecast: false, late: 0 })
})
