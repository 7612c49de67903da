/** Pauses of a run: two instants each, from and until, ascending; the last `until` is NaN while the run is paused. */

/** Whether the last pause is still going on. */
export function isPausedIn(pauses: Float64Array): boolean {
  return pauses.length > 0 && Number.isNaN(pauses[pauses.length - 1])
}

/** Seconds between two instants in which the run was paused. */
export function pausedBetween(pauses: Float64Array, since: number, now: number): number {
  let paused = 0
  for (let at = 0; at < pauses.length; at += 2) {
    const from = pauses[at]! > since ? pauses[at]! : since
    const until = pauses[at + 1]! < now ? pauses[at + 1]! : now
    if (until > from) paused += until - from
  }
  return paused
}
