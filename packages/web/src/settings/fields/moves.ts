interface Placed {
  readonly id: string
  readonly order: number
}

/** One place up or down a list, as the new order of whatever has another one then. Nothing at the end of the list. */
export function ordersAfterMove(list: readonly Placed[], id: string, by: -1 | 1): readonly Placed[] {
  const from = list.findIndex((one) => one.id === id)
  const moved = list[from]
  const other = list[from + by]
  if (!moved || !other) return []
  const after = list.map((one) => (one === moved ? other : one === other ? moved : one))
  return after.flatMap((one, at) => (one.order === at + 1 ? [] : [{ id: one.id, order: at + 1 }]))
}
