import { DeleteFolderDialog, FolderNameDialog, MoveFolderDialog } from './folder-dialogs.tsx'
import { NewRunbookDialog } from './new-runbook-dialog.tsx'
import { NewWorkspaceDialog } from './new-workspace-dialog.tsx'
import { DeleteRunbookDialog, MoveRunbooksDialog } from './runbook-dialogs.tsx'
import type { WorkspaceDialog } from './workspace-dialog-store.ts'

/** The open dialog about workspaces, folders or runbooks as a whole. */
export function WorkspaceDialogs({ dialog }: { dialog: WorkspaceDialog }) {
  switch (dialog.kind) {
    case 'new_runbook':
      return <NewRunbookDialog making={dialog.making} />
    case 'new_workspace':
      return <NewWorkspaceDialog />
    case 'new_folder':
      return <FolderNameDialog workspaceId={dialog.workspaceId} parent={dialog.parent} />
    case 'rename_folder':
      return <FolderNameDialog workspaceId={dialog.workspaceId} folder={dialog.folder} />
    case 'move_folder':
      return <MoveFolderDialog workspaceId={dialog.workspaceId} folder={dialog.folder} />
    case 'delete_folder':
      return <DeleteFolderDialog workspaceId={dialog.workspaceId} folder={dialog.folder} />
    case 'move_runbooks':
      return <MoveRunbooksDialog workspaceId={dialog.workspaceId} runbooks={dialog.runbooks} />
    default:
      return <DeleteRunbookDialog runbook={dialog.runbook} />
  }
}
