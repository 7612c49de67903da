import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ActionContext } from '../actions/action.ts'
import type { GridHandle, Item } from './list-grid.tsx'

/** Moves over the rows of the list by keys, and ticks them. */
export interface Cursor {
  /** Answers the keys that move; true when the key was one. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** Ticks everything from the last ticked row to this one. */
  readonly selectTo: (taskId: number) => void
  readonly toggle: (taskId: number) => void
  readonly selectAll: () => void
  /** One row down or up. */
  readonly move: (rows: 1 | -1) => void
}

/**
 * @param items the lines of the list; those that are numbers are tasks
 * @param home where the cursor comes to when there is none
 */
export function useCursor(
  items: readonly Item[],
  { ui, hand, openTask }: Pick<ActionContext, 'ui' | 'hand' | 'openTask'>,
  grid: { readonly current: GridHandle | null },
  home: number | undefined,
): Cursor {
  const { cursor, selected } = hand
  const pivot = useRef<number | null>(null)
  const shown = useRef(cursor)
  useEffect(() => {
    if (cursor !== null && cursor !== shown.current) grid.current?.reveal(cursor)
    shown.current = cursor
  }, [cursor, grid])

  const rowsBetween = (from: number, to: number): number[] => {
    const [first, last] = [items.indexOf(from), items.indexOf(to)].sort((a, b) => a - b) as [number, number]
    return first < 0
      ? [to]
      : items.slice(first, last + 1).filter((item): item is number => typeof item === 'number')
  }
  const moveTo = (taskId: number) => ui.set({ cursor: taskId })
  const selectTo = (taskId: number) => {
    const from = pivot.current ?? cursor ?? taskId
    pivot.current = from
    ui.set({ cursor: taskId, selected: new Set(rowsBetween(from, taskId)) })
  }
  const toggle = (taskId: number) => {
    const next = new Set(selected)
    if (!next.delete(taskId)) next.add(taskId)
    pivot.current = taskId
    ui.set({ cursor: taskId, selected: next })
  }
  const selectAll = () =>
    ui.set({ selected: new Set(items.filter((item): item is number => typeof item === 'number')) })

  const step = (by: number): number | undefined => {
    const at = cursor === null ? -1 : items.indexOf(cursor)
    if (at < 0) return home
    const direction = Math.sign(by)
    let left = Math.abs(by)
    let found: number | undefined
    for (let next = at + direction; next >= 0 && next < items.length && left > 0; next += direction) {
      const item = items[next]
      if (typeof item !== 'number') continue
      found = item
      left -= 1
    }
    return found
  }
  const end = (isLast: boolean) =>
    (isLast ? items.toReversed() : items).find((item): item is number => typeof item === 'number')

  return {
    move: (rows) => {
      const target = step(rows)
      pivot.current = null
      if (target !== undefined) moveTo(target)
    },
    selectTo,
    toggle,
    selectAll,
    onKey: (event) => {
      if (event.altKey) return false
      const isMod = event.metaKey || event.ctrlKey
      if (isMod) {
        if (event.key.toLowerCase() !== 'a') return false
        selectAll()
        return true
      }
      const target = targetOf(event, step, end, grid.current?.page() ?? 10)
      if (target === 'other') {
        if (event.key === ' ' && cursor !== null) {
          toggle(cursor)
          return true
        }
        if (event.key === 'Enter' && cursor !== null) {
          openTask(cursor)
          return true
        }
        return false
      }
      if (target === undefined) return true
      if (event.shiftKey && event.key.startsWith('Arrow')) selectTo(target)
      else {
        pivot.current = null
        moveTo(target)
      }
      return true
    },
  }
}

function targetOf(
  event: KeyboardEvent,
  step: (by: number) => number | undefined,
  end: (isLast: boolean) => number | undefined,
  page: number,
): number | undefined | 'other' {
  switch (event.key) {
    case 'ArrowDown':
      return step(1)
    case 'ArrowUp':
      return step(-1)
    case 'PageDown':
      return step(page) ?? end(true)
    case 'PageUp':
      return step(-page) ?? end(false)
    case 'Home':
      return end(false)
    case 'End':
      return end(true)
    default:
      return 'other'
  }
}
