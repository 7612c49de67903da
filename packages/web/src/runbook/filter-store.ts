import { useSyncExternalStore } from 'react'

let isOpen = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows or hides the fields by which an open runbook is filtered. */
export function showFilters(shown: boolean): void {
  isOpen = shown
  for (const listener of listeners) listener()
}

export function useFiltersShown(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen)
}
