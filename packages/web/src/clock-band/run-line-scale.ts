/** Steps between labelled ticks, seconds: 5, 10, 15, 30 minutes, 1, 3, 6, 12 hours, 1 day, 1 week. */
const steps = [300, 600, 900, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 604_800]

/** CSS pixels that a label such as `02:30` needs, with the space around it. */
const LABEL_WIDTH = 64

/**
 * Instants that are labelled on an axis, at round times of the runbook's zone.
 *
 * @param width CSS pixels of the axis
 * @param offset seconds that the zone is ahead of UTC
 */
export function ticksBetween(from: number, until: number, width: number, offset: number): readonly number[] {
  const most = Math.max(1, Math.floor(width / LABEL_WIDTH))
  const span = Math.max(1, until - from)
  const step =
    steps.find((candidate) => span / candidate <= most) ?? 604_800 * Math.ceil(span / 604_800 / most)
  const ticks: number[] = []
  for (let at = Math.ceil((from + offset) / step) * step - offset; at <= until; at += step) ticks.push(at)
  return ticks
}

/** Something on the run line that can be read out. */
export interface Mark {
  readonly at: number
  readonly name: string
}

/** The mark nearest to an instant. */
export function nearestMark<M extends Mark>(marks: readonly M[], instant: number): M | undefined {
  let nearest: M | undefined
  for (const mark of marks)
    if (!nearest || Math.abs(mark.at - instant) < Math.abs(nearest.at - instant)) nearest = mark
  return nearest
}
