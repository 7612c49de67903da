import { type ComponentType, lazy, Suspense } from 'react'
import { type Dialog, useDialog } from './dialog-store.ts'

type Shown<K extends Dialog['kind']> = ComponentType<{ readonly dialog: Extract<Dialog, { kind: K }> }>

const control = () => import('./control-run-dialogs.tsx')
const streams = () => import('./stream-dialogs.tsx')

const dialogs: { readonly [K in Dialog['kind']]: Shown<K> } = {
  start_run: lazy(async () => ({ default: (await import('./start-run-dialog.tsx')).StartRunDialog })),
  pause_run: lazy(async () => ({ default: (await control()).PauseRunDialog })),
  resume_run: lazy(async () => ({ default: (await control()).ResumeRunDialog })),
  cancel_run: lazy(async () => ({ default: (await control()).CancelRunDialog })),
  return_to_planning: lazy(async () => ({ default: (await control()).ReturnToPlanningDialog })),
  finish_task: lazy(async () => ({ default: (await import('./finish-task-dialog.tsx')).FinishTaskDialog })),
  skip_task: lazy(async () => ({ default: (await import('./skip-task-dialog.tsx')).SkipTaskDialog })),
  start_early: lazy(async () => ({ default: (await import('./start-early-dialog.tsx')).StartEarlyDialog })),
  delete_tasks: lazy(async () => ({
    default: (await import('./delete-tasks-dialog.tsx')).DeleteTasksDialog,
  })),
  edit_stream: lazy(async () => ({ default: (await streams()).EditStreamDialog })),
  delete_stream: lazy(async () => ({ default: (await streams()).DeleteStreamDialog })),
  runbook_rag: lazy(async () => ({ default: (await import('./runbook-rag-dialog.tsx')).RunbookRagDialog })),
  edit_runbook: lazy(async () => ({
    default: (await import('./edit-runbook-dialog.tsx')).EditRunbookDialog,
  })),
  duplicate_runbook: lazy(async () => ({
    default: (await import('./duplicate-runbook-dialog.tsx')).DuplicateRunbookDialog,
  })),
  shortcuts: lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog })),
}

/** Shows the dialog that is open; each is loaded when it is opened for the first time. */
export function DialogHost() {
  const dialog = useDialog()
  if (!dialog) return null
  // The table gives each kind its own component: that the two belong together is what the compiler cannot see.
  const Open = dialogs[dialog.kind] as ComponentType<{ readonly dialog: Dialog }>
  return (
    <Suspense fallback={null}>
      <Open dialog={dialog} />
    </Suspense>
  )
}
