import { type RunFacts, sweepForward } from './forecast.ts'

/** A hundred years: after anything that a run still does. */
const FAR_SECONDS = 100 * 365 * 86_400

/**
 * The instant from which the forecast end of a run moves on with the clock, if nothing happens in the run meanwhile.
 *
 * Every chain of tasks ends either at an instant that facts hold, or a fixed time after now; the forecast end is the
 * latest of them. So over time it is max(C, t + S): it stands until t = C − S, then moves second by second. S is read off
 * the forward pass of a forecast in the far future, where only what moves counts.
 *
 * @param facts of a run under way
 * @param end the forecast end at some instant; seconds since the epoch, as the answer is
 * @param now that instant
 * @returns not before `now`; undefined when the end stands for good
 */
export function endMovesFrom(facts: RunFacts, end: number, now: number): number | undefined {
  const far = now + FAR_SECONDS
  const { size } = facts.network
  const unread = new Float64Array(size)
  const { runbookEnd } = sweepForward(facts, far, {
    start: unread,
    end: new Float64Array(size),
    ready: unread,
  })
  const from = end - (runbookEnd - far)
  return from >= far ? undefined : Math.max(now, from)
}
