import { useSyncExternalStore } from 'react'

/** Dialogs of an open runbook: one at a time. */
export type Dialog =
  | { readonly kind: 'start_run' | 'pause_run' | 'resume_run' | 'cancel_run' | 'return_to_planning' }
  | { readonly kind: 'finish_task' | 'skip_task' | 'start_early'; readonly taskId: number }
  | { readonly kind: 'delete_tasks'; readonly taskIds: readonly number[] }
  | { readonly kind: 'edit_stream'; readonly streamId: number | null; readonly parentId?: number }
  | { readonly kind: 'delete_stream'; readonly streamId: number }
  | { readonly kind: 'runbook_rag' | 'edit_runbook' }
  | { readonly kind: 'duplicate_runbook'; readonly asTemplate?: boolean }
  | { readonly kind: 'people' | 'shortcuts' }

/** What the dialog of a kind is shown with. */
export interface DialogProps<K extends Dialog['kind']> {
  readonly dialog: Dialog & { readonly kind: K }
}

let open: Dialog | null = null
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens a dialog, or closes the open one with null. */
export function openDialog(dialog: Dialog | null): void {
  open = dialog
  for (const listener of listeners) listener()
}

export const isDialogOpen = (): boolean => open !== null

export function useDialog(): Dialog | null {
  return useSyncExternalStore(subscribe, () => open)
}
