import { useSyncExternalStore } from 'react'

/** What a person has in hand in an open runbook: shared by all views, not kept beyond the page. */
export interface RunbookUi {
  /** The task that the keys act on. */
  readonly cursor: number | null
  /** Tasks that were ticked for doing something with all of them. */
  readonly selected: ReadonlySet<number>
  /** The critical path stands out in map and timeline. */
  readonly isCriticalLit: boolean
  /** The task whose predecessors and successors stand out. */
  readonly pathOf: number | null
  /** Float of all tasks is drawn in the timeline. */
  readonly showsFloat: boolean
  readonly isBandCompact: boolean
  readonly isNowPanelOpen: boolean
  /** The entry row of the list is open: after which task, or at the top (null). */
  readonly entryAfter: number | null | undefined
}

const initial: RunbookUi = {
  cursor: null,
  selected: new Set(),
  isCriticalLit: false,
  pathOf: null,
  showsFloat: false,
  isBandCompact: false,
  isNowPanelOpen: true,
  entryAfter: undefined,
}

/** A small store: one per open runbook. */
export class UiStore {
  #state = initial
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): RunbookUi => this.#state

  set(change: Partial<RunbookUi>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

const stores = new Map<string, UiStore>()

/** The store of a runbook; the same one for as long as the page lives, so that views and panels share it. */
export function uiStoreOf(runbookId: string): UiStore {
  let store = stores.get(runbookId)
  if (!store) {
    store = new UiStore()
    stores.set(runbookId, store)
  }
  return store
}

export function useRunbookUi(runbookId: string): RunbookUi {
  const store = uiStoreOf(runbookId)
  return useSyncExternalStore(store.subscribe, store.get)
}
