import { useSyncExternalStore } from 'react'
import type { Camera } from './camera.ts'
import type { MapStage } from './map-stage.ts'

/** What the map has open beside the canvas: a title that is typed, a connection that is sought. */
export type MapEntry =
  | { readonly kind: 'add_after' | 'add_before' | 'connect'; readonly taskId: number }
  | { readonly kind: 'add_first' }

let stage: MapStage | undefined
let entry: MapEntry | undefined
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The stage that is shown; actions move its camera. */
export const openStage = (): MapStage | undefined => stage
export function setStage(shown: MapStage | undefined): void {
  stage = shown
}

export const openEntry = (): MapEntry | undefined => entry
export function setEntry(next: MapEntry | undefined): void {
  entry = next
  for (const listener of listeners) listener()
}
export const useEntry = (): MapEntry | undefined => useSyncExternalStore(subscribe, openEntry)

/** Where the camera of each runbook stood when its map was left. */
export const cameras = new Map<string, Camera>()
