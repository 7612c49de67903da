import { useSyncExternalStore } from 'react'
import { type Folder, type RunbookRow } from './documents.ts'

/** What a new runbook is made of. */
export type Making =
  | { readonly as: 'runbook'; readonly workspaceId?: string; readonly folderId?: string }
  | { readonly as: 'copy' | 'template' | 'from_template'; readonly source: RunbookRow }

/** Dialogs about workspaces, folders and runbooks as a whole: one at a time, from wherever one is. */
export type WorkspaceDialog =
  | { readonly kind: 'new_runbook'; readonly making: Making }
  | { readonly kind: 'new_workspace' }
  | { readonly kind: 'new_folder'; readonly workspaceId: string; readonly parent?: Folder }
  | {
      readonly kind: 'rename_folder' | 'move_folder' | 'delete_folder'
      readonly workspaceId: string
      readonly folder: Folder
    }
  | { readonly kind: 'move_runbooks'; readonly workspaceId: string; readonly runbooks: readonly RunbookRow[] }
  | { readonly kind: 'delete_runbook'; readonly runbook: RunbookRow }

let open: WorkspaceDialog | null = null
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens a dialog, or closes the open one with null. */
export function openWorkspaceDialog(dialog: WorkspaceDialog | null): void {
  open = dialog
  for (const listener of listeners) listener()
}

export function useWorkspaceDialog(): WorkspaceDialog | null {
  return useSyncExternalStore(subscribe, () => open)
}
