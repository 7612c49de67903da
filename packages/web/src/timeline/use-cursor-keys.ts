import { type RefObject, useEffect } from 'react'
import { combinationOf } from '../actions/keyboard.ts'
import type { BaseScene } from './use-base-scene.ts'

interface CursorKeys {
  readonly latest: RefObject<{ readonly base: BaseScene; readonly row: number }>
  readonly go: (row: number) => void
  readonly fold: (row: number, to?: boolean) => void
  readonly showsSingleKeys: boolean
}

const PAGE = 12

/** Where keys move no cursor: fields, dialogs, menus, and controls that use arrows themselves. */
const elsewhere =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="radiogroup"], aside'

/** ↑ ↓ and J K move the cursor, ← → fold and unfold, Enter unfolds a stream. Held keys repeat. */
export function useCursorKeys({ latest, go, fold, showsSingleKeys }: CursorKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(elsewhere)))
        return
      const { base, row } = latest.current
      const at = base.rows.list[row]
      const letters: Readonly<Record<string, () => void>> = showsSingleKeys
        ? { J: () => go(row + 1), K: () => go(row - 1) }
        : {}
      const keys: Readonly<Record<string, (() => void) | undefined>> = {
        ...letters,
        ArrowDown: () => go(row + 1),
        ArrowUp: () => go(row < 0 ? 0 : row - 1),
        PageDown: () => go(row + PAGE),
        PageUp: () => go(row - PAGE),
        Home: () => go(0),
        End: () => go(base.rows.list.length - 1),
        ArrowRight: at?.kind === 'stream' ? () => fold(row, false) : undefined,
        ArrowLeft:
          at?.kind === 'stream'
            ? () => fold(row, true)
            : at
              ? () => go(base.rows.list.findLastIndex(({ kind }, index) => index < row && kind === 'stream'))
              : undefined,
        Enter: at?.kind === 'stream' && isOwn(event) ? () => fold(row) : undefined,
      }
      const act = keys[combinationOf(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [latest, go, fold, showsSingleKeys])
}

/** Enter on a button presses the button. */
const isOwn = ({ target }: KeyboardEvent) => !(target instanceof Element && target.closest('button, a'))
