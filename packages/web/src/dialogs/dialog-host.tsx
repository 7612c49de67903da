import { type ComponentType, useEffect } from 'react'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { useRoom } from '../room/use-room.tsx'
import { type Dialog, type DialogProps, openDialog, useDialog } from './dialog-store.ts'

const control = () => import('./control-run-dialogs.tsx')
const streams = () => import('./stream-dialogs.tsx')

const dialogs: { readonly [K in Dialog['kind']]: ComponentType<DialogProps<K>> } = {
  start_run: part(async () => (await import('./start-run-dialog.tsx')).StartRunDialog, 'ahead'),
  pause_run: part(async () => (await control()).PauseRunDialog, 'ahead'),
  resume_run: part(async () => (await control()).ResumeRunDialog, 'ahead'),
  cancel_run: part(async () => (await control()).CancelRunDialog, 'ahead'),
  return_to_planning: part(async () => (await control()).ReturnToPlanningDialog, 'ahead'),
  finish_task: part(async () => (await import('./finish-task-dialog.tsx')).FinishTaskDialog, 'ahead'),
  skip_task: part(async () => (await import('./skip-task-dialog.tsx')).SkipTaskDialog, 'ahead'),
  start_early: part(async () => (await import('./start-early-dialog.tsx')).StartEarlyDialog, 'ahead'),
  delete_tasks: part(async () => (await import('./delete-tasks-dialog.tsx')).DeleteTasksDialog, 'ahead'),
  edit_stream: part(async () => (await streams()).EditStreamDialog, 'ahead'),
  delete_stream: part(async () => (await streams()).DeleteStreamDialog, 'ahead'),
  runbook_rag: part(async () => (await import('./runbook-rag-dialog.tsx')).RunbookRagDialog, 'ahead'),
  edit_runbook: part(async () => (await import('./edit-runbook-dialog.tsx')).EditRunbookDialog, 'ahead'),
  duplicate_runbook: part(
    async () => (await import('./duplicate-runbook-dialog.tsx')).DuplicateRunbookDialog,
    'ahead',
  ),
  people: part(async () => (await import('../people/people-dialog.tsx')).PeopleDialog),
  shortcuts: part(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog, 'ahead'),
}

/** Shows the dialog that is open. */
export function DialogHost() {
  const dialog = useDialog()
  const { runbookId } = useRoom()
  // A question is of the runbook in which it was asked: whoever leaves that one takes it back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another runbook ends it
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another runbook ends it
  useEffect(() => () => openDialog(null), [runbookId])
  if (!dialog) return null
  // The table gives each kind its own component: that the two belong together is what the compiler cannot see.
  const Open = dialogs[dialog.kind] as ComponentType<{ readonly dialog: Dialog }>
  return (
    <PartBoundary of={dialog.kind} fallback={null} onClose={() => openDialog(null)}>
      <Open dialog={dialog} />
    </PartBoundary>
  )
}
