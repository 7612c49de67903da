import { useEffect, useSyncExternalStore } from 'react'
import type { ActionContext } from '../actions/action.ts'

let isOpen = false
let context: ActionContext | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the palette, or closes it. */
export function showPalette(shown = true): void {
  isOpen = shown
  for (const listener of listeners) listener()
}

export const isPaletteOpen = (): boolean => isOpen

export function useIsPaletteOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen)
}

/** Lets the palette offer what can be done in the open runbook, for as long as the component is there. */
export function useOfferToPalette(offered: ActionContext): void {
  useEffect(() => {
    context = offered
  }, [offered])
  useEffect(
    () => () => {
      context = undefined
    },
    [],
  )
}

/** Where actions would be taken now; undefined outside of an open runbook. */
export const paletteContext = (): ActionContext | undefined => context
