import { useSyncExternalStore } from 'react'
import type { Action, ActionContext } from './action.ts'

/** Does an action if it is offered and nothing is in its way. @returns whether it was done */
export function runAction(action: Action, context: ActionContext): boolean {
  if (!action.visible(context) || action.blocked?.(context) !== undefined) return false
  void action.perform(context)
  return true
}

let live = ''
const listeners = new Set<() => void>()

/** Says a sentence in the live region of the page. */
export function announce(sentence: string): void {
  live = sentence
  for (const listener of listeners) listener()
}

export function useAnnouncement(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => live,
  )
}
