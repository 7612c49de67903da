/** A stretch that needs a track of its own beside others that overlap it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Deals tracks to stretches so that overlapping ones get different tracks: first fit, which is the least number of
 * tracks when the stretches come by their beginning. Where `most` are not enough the track that is free first is
 * used twice.
 *
 * @param stretches by `from`, ascending
 * @returns the track of each, from 0, and how many there are
 */
export function dealTracks(
  stretches: readonly Stretch[],
  most: number,
): { readonly tracks: Int32Array; readonly count: number } {
  const tracks = new Int32Array(stretches.length)
  const ends: number[] = []
  for (const [at, { from, to }] of stretches.entries()) {
    let track = ends.findIndex((end) => end < from)
    if (track < 0) track = ends.length < most ? ends.length : ends.indexOf(Math.min(...ends))
    ends[track] = Math.max(to, ends[track] ?? to)
    tracks[at] = track
  }
  return { tracks, count: ends.length }
}
