import { useEffect, useRef } from 'react'
import { isDialogOpen } from '../dialogs/dialog-store.ts'
import { isPaletteOpen } from '../palette/palette-store.ts'
import type { Action, ActionContext } from './action.ts'
import { runAction } from './run-action.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The combination that a key event is: `Mod+K`, `Shift+L`, `S`, `?`. */
export function combinationOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isLetter = /^\p{L}$/u.test(key)
  const parts = [
    ...((isMac ? event.metaKey : event.ctrlKey) ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    // Shift is part of signs such as `?` already.
    ...(event.shiftKey && (isLetter || key.length > 1) ? ['Shift'] : []),
    key === ' ' ? 'Space' : key,
  ]
  return parts.join('+')
}

/** A place where keys are text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  )
}

/** What was opened takes the focus a moment later: what is typed until then is not meant for the view. */
const isOpening = () => isDialogOpen() || isPaletteOpen()

/** A control that has Enter and Space for itself. */
const pressable =
  'a[href], button, summary, [role="button"], [role="option"], [role="tab"], [role="radio"], [role="switch"], [role="checkbox"]'

function isPressing(combination: string, target: EventTarget | null): boolean {
  const isPress = combination === 'Enter' || combination === 'Space'
  return isPress && target instanceof Element && target.closest(pressable) !== null
}

const held = new Set<{ readonly current: { readonly actions: readonly Action[] } }>()

/** The actions whose keys hold at this moment, of the runbook and of the view that is shown; each once. */
export function actionsWithKeys(): readonly Action[] {
  const actions = [...held].flatMap(({ current }) => current.actions).filter(({ keys }) => keys !== undefined)
  return [...new Map(actions.map((action) => [action.id, action])).values()]
}

/**
 * Does the actions of an open runbook by their keys, where nothing is typed. Single keys can be switched
 * off in the account (WCAG 2.2, 2.1.4); the first action that is offered and has the keys is done.
 */
export function useActionKeys(actions: readonly Action[], context: ActionContext): void {
  const latest = useRef({ actions, context })
  latest.current = { actions, context }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      const combination = combinationOf(event)
      if (isOpening() || isTyping(event.target) || isPressing(combination, event.target)) return
      const { actions, context } = latest.current
      if (!combination.startsWith('Mod+') && !context.me.single_key_shortcuts) return
      const action = actions.find(
        (candidate) => candidate.keys?.includes(combination) && candidate.visible(context),
      )
      if (!action) return
      event.preventDefault()
      runAction(action, context)
    }
    window.addEventListener('keydown', onKey)
    held.add(latest)
    return () => {
      window.removeEventListener('keydown', onKey)
      held.delete(latest)
    }
  }, [])
}
