/**
 * The rows that are shown, kept in their places: what is gone leaves, what is new comes after the row that it follows
 * in the wanted order, or after its anchor, and nothing else moves.
 *
 * @param anchors rows that newcomers stand after, by newcomer; for what was typed in at a place
 */
export function mergeOrder(
  shown: readonly number[],
  wanted: readonly number[],
  anchors: ReadonlyMap<number, number> = new Map(),
): readonly number[] {
  const isWanted = new Set(wanted)
  const isShown = new Set(shown)
  const after = new Map<number, number[]>()
  let before = FIRST
  for (const id of wanted) {
    if (!isShown.has(id)) {
      const anchor = anchors.get(id)
      const place = anchor !== undefined && (isWanted.has(anchor) || anchor === FIRST) ? anchor : before
      const there = after.get(place)
      if (there) there.push(id)
      else after.set(place, [id])
    }
    before = id
  }
  const merged: number[] = []
  // A newcomer may follow a newcomer: each that is placed brings what follows it.
  const open = [FIRST]
  const place = (id: number) => {
    open.push(id)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next !== FIRST) merged.push(next)
      const followers = after.get(next)
      if (!followers) continue
      after.delete(next)
      open.push(...followers.toReversed())
    }
  }
  open.pop()
  place(FIRST)
  for (const id of shown) if (isWanted.has(id)) place(id)
  return merged
}

/** Stands for the place before the first row. */
export const FIRST = -1_000_000

/** How many rows would have to move to come from one order of the same rows to the other: the fewest possible. */
export function movedRows(shown: readonly number[], wanted: readonly number[]): number {
  const place = new Map(wanted.map((id, at) => [id, at]))
  // The longest increasing run of places stays (patience sorting, n log n); the others move.
  const tails: number[] = []
  for (const id of shown) {
    const at = place.get(id)
    if (at === undefined) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    tails[low] = at
  }
  return wanted.length - tails.length
}

/** Whether rows have to stay where they are: the pointer is on the list, or a key was pressed a moment ago. */
export function isHeld(
  { isPointerOn, lastKeyAt, isEditing }: HoldSigns,
  /** Milliseconds, as `lastKeyAt`. */
  now: number,
): boolean {
  return isEditing || isPointerOn || now - lastKeyAt < KEY_HOLD_MS
}

export interface HoldSigns {
  readonly isPointerOn: boolean
  readonly lastKeyAt: number
  /** Something is being typed into the list. */
  readonly isEditing: boolean
}

export const KEY_HOLD_MS = 3000
