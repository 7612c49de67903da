import type { Times } from './times.ts'

/** One entry per group (a stream); NaN for a group without tasks that count. */
export interface GroupBounds {
  /** Earliest start of its tasks. */
  start: Float64Array
  /** Latest end of its tasks. */
  end: Float64Array
  /** Earliest of the latest starts of its tasks. */
  latestStart: Float64Array
  /** Latest of the latest ends of its tasks. */
  latestEnd: Float64Array
  /** Number of its tasks, those left out included. */
  count: Int32Array
}

/**
 * When each group of tasks begins and ends.
 *
 * @param groupOf the group of each task, 0 … `groupCount` − 1, or −1 for none
 * @param times a plan or a forecast
 * @param leftOut 1 = counted, but without a say in the times (abandoned tasks)
 */
export function groupBounds(
  groupOf: Int32Array,
  groupCount: number,
  times: Pick<Times, 'start' | 'end' | 'latestStart' | 'latestEnd'>,
  leftOut?: Uint8Array,
): GroupBounds {
  const none = () => new Float64Array(groupCount).fill(Number.NaN)
  const start = none()
  const end = none()
  const latestStart = none()
  const latestEnd = none()
  const count = new Int32Array(groupCount)
  for (let task = 0; task < groupOf.length; task += 1) {
    const group = groupOf[task]!
    if (group < 0) continue
    count[group]! += 1
    if (leftOut !== undefined && leftOut[task] === 1) continue
    // Written as "not better": the comparison with the NaN of an empty group lets the first task in.
    if (!(start[group]! <= times.start[task]!)) start[group] = times.start[task]!
    if (!(end[group]! >= times.end[task]!)) end[group] = times.end[task]!
    if (!(latestStart[group]! <= times.latestStart[task]!)) latestStart[group] = times.latestStart[task]!
    if (!(latestEnd[group]! >= times.latestEnd[task]!)) latestEnd[group] = times.latestEnd[task]!
  }
  return { start, end, latestStart, latestEnd, count }
}
