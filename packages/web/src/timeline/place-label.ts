/** A stretch of a row that is taken, in pixels. */
export type Taken = readonly [from: number, until: number]

/**
 * Where a label beside a bar can stand: the first of the places that lies in sight and touches nothing; at the
 * now-line it steps over to the other side.
 *
 * @param width of the text, pixels
 * @param places left edges, the best first
 * @param taken what else is drawn in the row; a line is a stretch without length
 * @param view what is in sight
 */
export function placeLabel(
  width: number,
  places: readonly number[],
  taken: readonly Taken[],
  view: Taken,
): number | undefined {
  for (const place of places) {
    const free = steppedOver(place, width, taken)
    if (free >= view[0] && free + width <= view[1] && !taken.some((other) => touches(free, width, other)))
      return free
  }
  return undefined
}

const GAP = 5

const touches = (x: number, width: number, [from, until]: Taken) => x - GAP < until && x + width + GAP > from

/** Only lines are stepped over: behind a bar the label would no longer belong to its own. */
function steppedOver(x: number, width: number, taken: readonly Taken[]): number {
  const line = taken.find((other) => other[1] - other[0] < 3 && touches(x, width, other))
  return line ? line[1] + GAP + 1 : x
}
