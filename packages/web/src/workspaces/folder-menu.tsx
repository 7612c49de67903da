import { ActionIcon, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { allows, type Folder, type Workspace } from './documents.ts'
import { openWorkspaceDialog } from './workspace-dialog-store.ts'

/** What can be done with a workspace in the tree; absent where nothing can. */
export function WorkspaceMenu({ workspace }: { workspace: Workspace }) {
  const { workspaces } = useWords()
  const mayMakeFolders = allows(workspace, 'create', 'folder')
  const mayMakeRunbooks = allows(workspace, 'create', 'runbook')
  if (!mayMakeFolders && !mayMakeRunbooks) return null
  const workspaceId = workspace.id
  return (
    <RowMenu name={workspace.attributes.name}>
      {mayMakeRunbooks && (
        <Menu.Item
          leftSection={<Icon name="plus" />}
          onClick={() => openWorkspaceDialog({ kind: 'new_runbook', making: { as: 'runbook', workspaceId } })}
        >
          {workspaces.newRunbook}
        </Menu.Item>
      )}
      {mayMakeFolders && (
        <Menu.Item
          leftSection={<Icon name="folder" />}
          onClick={() => openWorkspaceDialog({ kind: 'new_folder', workspaceId })}
        >
          {workspaces.newFolder}
        </Menu.Item>
      )}
    </RowMenu>
  )
}

/** What can be done with a folder in the tree; absent where nothing can. */
export function FolderMenu({ workspaceId, folder }: { workspaceId: string; folder: Folder }) {
  const { workspaces } = useWords()
  const mayUpdate = allows(folder, 'update', 'folder')
  const mayMakeRunbooks = allows(folder, 'create', 'runbook')
  if (!mayUpdate && !mayMakeRunbooks) return null
  return (
    <RowMenu name={folder.attributes.name}>
      {mayMakeRunbooks && (
        <Menu.Item
          leftSection={<Icon name="plus" />}
          onClick={() =>
            openWorkspaceDialog({
              kind: 'new_runbook',
              making: { as: 'runbook', workspaceId, folderId: folder.id },
            })
          }
        >
          {workspaces.newRunbook}
        </Menu.Item>
      )}
      {mayUpdate && (
        <>
          <Menu.Item
            leftSection={<Icon name="folder" />}
            onClick={() => openWorkspaceDialog({ kind: 'new_folder', workspaceId, parent: folder })}
          >
            {workspaces.newSubfolder}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="edit" />}
            onClick={() => openWorkspaceDialog({ kind: 'rename_folder', workspaceId, folder })}
          >
            {workspaces.rename}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="right" />}
            onClick={() => openWorkspaceDialog({ kind: 'move_folder', workspaceId, folder })}
          >
            {workspaces.move}
          </Menu.Item>
          {allows(folder, 'destroy', 'folder') && (
            <Menu.Item
              leftSection={<Icon name="trash" />}
              onClick={() => openWorkspaceDialog({ kind: 'delete_folder', workspaceId, folder })}
            >
              {workspaces.remove}
            </Menu.Item>
          )}
        </>
      )}
    </RowMenu>
  )
}

function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const { workspaces } = useWords()
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon size={24} aria-label={workspaces.menuOf(name)}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
