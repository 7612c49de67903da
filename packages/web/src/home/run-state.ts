import { shownMinute } from '../time/format.ts'
import { type RunbookRow, secondsOf } from '../workspaces/documents.ts'

/** What a card shows of a run, at an instant; seconds. */
export interface RunState {
  readonly start: number
  readonly plannedEnd: number
  /** The forecast end, or the planned one where no forecast is known. */
  readonly end: number
  readonly hasForecast: boolean
  /** By the minutes as they are shown; positive is late. */
  readonly late: number
  readonly isPaused: boolean
}

/**
 * The state of a run from its row of a list. The row has the forecast at the last event and the instant from which it
 * moves with the clock: between two events, that tells the end exactly.
 *
 * @param now seconds since the epoch
 */
export function runState({ attributes }: RunbookRow, now: number): RunState {
  const start = secondsOf(attributes.start_actual ?? attributes.start_planned)
  const plannedEnd = secondsOf(attributes.end_planned)
  const { end_forecast, end_moves_from } = attributes
  const told = end_forecast === null ? undefined : secondsOf(end_forecast)
  const moved = end_moves_from === null ? 0 : Math.max(0, now - secondsOf(end_moves_from))
  const end = told === undefined ? plannedEnd : told + moved
  return {
    start,
    plannedEnd,
    end,
    hasForecast: told !== undefined,
    late: shownMinute(end) - shownMinute(plannedEnd),
    isPaused: attributes.stage === 'paused',
  }
}
