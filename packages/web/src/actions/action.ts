import type { IconName } from '../design/icons.tsx'
import type { Task } from '../room/plan.ts'
import type { Room } from '../room/room.ts'
import type { RoomState } from '../room/room-state.ts'
import type { Filters } from '../runbook/filters.ts'
import type { RunbookUi, UiStore } from '../runbook/runbook-ui.ts'
import type { Me } from '../server/use-me.ts'

/** Where an action is taken: the open runbook, what is in hand there, and the task it is about. */
export interface ActionContext {
  readonly room: Room
  readonly state: RoomState
  readonly ui: UiStore
  readonly hand: RunbookUi
  readonly me: Me
  /** The task at the cursor, or the one whose button was pressed. */
  readonly task: Task | undefined
  readonly view: ViewName
  readonly openTask: (taskId: number | null) => void
  readonly goTo: (view: ViewName) => void
  readonly setWall: (wall: boolean) => void
  readonly filters: Filters
  readonly setFilters: (filters: Filters) => void
  /** Goes to another page of the app. */
  readonly openPage: (path: string, search?: Readonly<Record<string, string>>) => void
}

export const viewNames = ['list', 'map', 'timeline', 'dashboard', 'history'] as const
export type ViewName = (typeof viewNames)[number]

/**
 * Something a person can do, declared once: buttons, menus, the palette and the keyboard all use this object.
 */
export interface Action {
  readonly id: string
  readonly name: () => string
  readonly icon?: IconName
  /** `S`, `Shift+L`, `Mod+K`, `?`; Mod is ⌘ on a Mac and Ctrl elsewhere. Keys without Mod act only while focus is in a view. */
  readonly keys?: readonly string[]
  /** Offered at all: false when the person may never do it here. */
  readonly visible: (context: ActionContext) => boolean
  /** Why it cannot be done now; undefined when it can. */
  readonly blocked?: (context: ActionContext) => string | undefined
  readonly perform: (context: ActionContext) => void | Promise<void>
}

/** Whether the caller holds a permission on the open runbook, as its document tells: `may(context, 'run runbook')`. */
export const may = ({ state }: ActionContext, permission: string): boolean =>
  state.plan.runbook.permissions.has(permission)
