import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** Rows are made in blocks, so that most steps of a scroll render nothing. */
const BLOCK = 8
const BEYOND = 16

/** Which rows have names on the page: those in sight and some beyond. `follow` is told of each scroll. */
export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  seen: number,
) {
  const [first, setFirst] = useState(0)
  const follow = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0
    setFirst(Math.max(0, Math.floor((top / rowHeight - BEYOND) / BLOCK) * BLOCK))
  }, [scroller, rowHeight])
  useLayoutEffect(follow, [follow, count])
  const last = Math.min(count, first + Math.ceil(seen / rowHeight) + 2 * BEYOND + BLOCK)
  return { first: Math.min(first, count), last, follow }
}
