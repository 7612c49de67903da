import { type RefObject, useEffect, useRef } from 'react'
import { combinationOf } from '../actions/keyboard.ts'
import { useMe } from '../server/use-me.ts'

interface Ways {
  readonly previous: number | undefined
  readonly next: number | undefined
  readonly openTask: (taskId: number | null) => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)

/**
 * The keys of the panel: `J` and `K` walk through the tasks, `C` goes to the comment field, `Esc` closes. They are
 * heard before those of the view, which would move its own cursor.
 */
export function usePanelKeys(panel: RefObject<HTMLElement | null>, ways: Ways): void {
  const { single_key_shortcuts } = useMe()
  const latest = useRef(ways)
  latest.current = ways
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      const combination = combinationOf(event)
      const { previous, next, openTask } = latest.current
      const isInside = panel.current?.contains(event.target as Node) ?? false
      if (combination === 'Escape' && isInside) openTask(null)
      else if (!single_key_shortcuts) return
      else if (combination === 'J' || combination === 'K') {
        const to = combination === 'J' ? next : previous
        if (to !== undefined) openTask(to)
      } else if (combination === 'C') {
        const field = panel.current?.querySelector<HTMLElement>('[data-comment-field]')
        if (!field) return
        field.focus()
      } else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [panel, single_key_shortcuts])
}

/**
 * The focus goes into the panel when somebody opened it, never onto a button, and back to the row, node or bar from
 * which it was opened, or to the one of the task that is shown last.
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, taskId: number): void {
  const last = useRef(taskId)
  last.current = taskId
  useEffect(() => {
    const opener = document.activeElement
    const own = panel.current
    if (opener instanceof HTMLElement && opener !== document.body && !own?.contains(opener))
      own?.focus({ preventScroll: true })
    return () => {
      const row = document.querySelector<HTMLElement>(`[data-task-id="${last.current}"]`)
      const back = row ?? (opener instanceof HTMLElement && opener.isConnected ? opener : undefined)
      // What has taken the focus meanwhile keeps it.
      queueMicrotask(() => {
        if (document.activeElement === document.body || document.activeElement === null) back?.focus()
      })
    }
  }, [panel])
}
