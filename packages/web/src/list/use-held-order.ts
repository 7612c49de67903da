import { useEffect, useReducer, useRef } from 'react'
import { isHeld, KEY_HOLD_MS, mergeOrder, movedRows } from './held-order.ts'

export interface HeldOrder {
  readonly order: readonly number[]
  /** How many rows wait to move to their places. */
  readonly moved: number
  /** Moves them now. */
  readonly settle: () => void
  /** To be spread on the list: what holds the rows. */
  readonly signs: {
    readonly onPointerEnter: () => void
    readonly onPointerLeave: () => void
    readonly onKeyDownCapture: () => void
  }
}

/** How often held rows are looked at again. */
const LOOK_MS = 250

/**
 * An order in which nothing jumps: rows move only while nobody points at them or types.
 *
 * @param resetKey when this changes, what is wanted is shown at once: another filter, another view
 */
export function useHeldOrder(
  wanted: readonly number[],
  resetKey: unknown,
  isEditing: boolean,
  anchors?: ReadonlyMap<number, number>,
): HeldOrder {
  const [, renew] = useReducer((count: number) => count + 1, 0)
  const kept = useRef({ shown: wanted, wanted, resetKey, moved: 0, isSettled: true })
  const hold = useRef({ isPointerOn: false, lastKeyAt: 0 })
  const before = kept.current
  // oxlint-disable-next-line react/purity -- whether rows may move is a matter of the moment in which they are drawn
  const held = isHeld({ ...hold.current, isEditing }, Date.now())
  if (before.resetKey !== resetKey || !held)
    kept.current = { shown: wanted, wanted, resetKey, moved: 0, isSettled: true }
  else if (before.wanted !== wanted) {
    const shown = mergeOrder(before.shown, wanted, anchors)
    const isSame = shown.every((id, at) => id === wanted[at])
    kept.current = {
      shown: isSame ? wanted : shown,
      wanted,
      resetKey,
      moved: isSame ? 0 : movedRows(shown, wanted),
      isSettled: isSame,
    }
  }
  const { shown, moved, isSettled } = kept.current
  useEffect(() => {
    if (isSettled) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const left = hold.current.lastKeyAt + KEY_HOLD_MS - Date.now()
      if (left <= 0 && !hold.current.isPointerOn) renew()
      timer = setTimeout(look, Math.max(left, LOOK_MS))
    }
    timer = setTimeout(look, LOOK_MS)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- to renew is always the same
  }, [isSettled])
  return {
    order: shown,
    moved,
    settle: () => {
      kept.current = { ...kept.current, shown: kept.current.wanted, moved: 0, isSettled: true }
      renew()
    },
    signs: {
      onPointerEnter: () => {
        hold.current.isPointerOn = true
      },
      onPointerLeave: () => {
        hold.current.isPointerOn = false
        if (!kept.current.isSettled) renew()
      },
      onKeyDownCapture: () => {
        hold.current.lastKeyAt = Date.now()
      },
    },
  }
}
