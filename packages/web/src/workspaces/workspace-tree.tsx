import { useLocalStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { theWords } from '../language/language.ts'
import { allows, type Workspace } from './documents.ts'
import { FolderMenu, WorkspaceMenu } from './folder-menu.tsx'
import { type FolderNode, folderTree } from './folder-tree.ts'
import { moveFolder, moveRunbooks } from './moves.ts'
import { foldersQuery, workspacesQuery } from './queries.ts'
import { TreeRow } from './tree-row.tsx'
import classes from './workspace-tree.module.css'

/** Workspaces and their folders as places to go to, and to drop folders and runbooks on. */
export function WorkspaceTree() {
  const { data: workspaces } = useQuery(workspacesQuery)
  const { workspaceId } = useParams({ strict: false })
  const [opened, setOpened] = useLocalStorage<Readonly<Record<string, boolean>>>({
    key: 'runsheet-open-folders',
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const isOnly = workspaces?.length === 1
  const toggle = (key: string, isOpen: boolean) => setOpened((before) => ({ ...before, [key]: isOpen }))
  return (
    <ul className={classes.list}>
      {workspaces?.map((workspace) => {
        const key = `w${workspace.id}`
        const isOpen = opened[key] ?? (isOnly || workspace.id === workspaceId)
        return (
          <WorkspaceBranch
            key={workspace.id}
            workspace={workspace}
            isOpen={isOpen}
            opened={opened}
            onToggle={toggle}
          />
        )
      })}
    </ul>
  )
}

interface BranchProps {
  readonly opened: Readonly<Record<string, boolean>>
  readonly onToggle: (key: string, isOpen: boolean) => void
}

function WorkspaceBranch({
  workspace,
  isOpen,
  opened,
  onToggle,
}: BranchProps & { workspace: Workspace; isOpen: boolean }) {
  const { id, attributes } = workspace
  const { data: folders } = useQuery({ ...foldersQuery(id), enabled: isOpen })
  const here = useHere()
  const [refusal, setRefusal] = useState<string>()
  const mayMove = allows(workspace, 'update', 'workspace')
  const drop = async (move: () => Promise<string | undefined>) => setRefusal(await move())
  return (
    <li>
      <TreeRow
        workspaceId={id}
        name={attributes.name}
        icon="grid"
        isCurrent={here.workspace === id && here.folder === undefined}
        isOpen={isOpen}
        onToggle={() => onToggle(`w${id}`, !isOpen)}
        accepts={({ from, folder }) => from === id && folder !== undefined && mayMove}
        onDropped={({ folder }) => {
          if (folder !== undefined) void drop(() => moveFolder(id, folder, null))
        }}
        menu={<WorkspaceMenu workspace={workspace} />}
      />
      {refusal !== undefined && (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      )}
      {isOpen && folders && (
        <Folders
          nodes={folderTree(folders)}
          workspace={workspace}
          opened={opened}
          onToggle={onToggle}
          onDrop={drop}
        />
      )}
    </li>
  )
}

interface FoldersProps extends BranchProps {
  readonly nodes: readonly FolderNode[]
  readonly workspace: Workspace
  readonly level?: number
  readonly onDrop: (move: () => Promise<string | undefined>) => Promise<void>
}

function Folders({ nodes, workspace, opened, onToggle, onDrop, level = 1 }: FoldersProps) {
  const here = useHere()
  if (nodes.length === 0) return null
  return (
    <ul className={classes.list} aria-label={level === 1 ? theWords().workspaces.folders : undefined}>
      {nodes.map(({ folder, children }) => {
        const key = `f${folder.id}`
        const isOpen = opened[key] ?? true
        return (
          <li key={folder.id}>
            <TreeRow
              workspaceId={workspace.id}
              folderId={folder.id}
              name={folder.attributes.name}
              icon="folder"
              level={level}
              isCurrent={here.folder === folder.id}
              isOpen={children.length > 0 ? isOpen : undefined}
              onToggle={() => onToggle(key, !isOpen)}
              isDraggable={allows(folder, 'update', 'folder')}
              accepts={({ from, folder: dragged }) => from === workspace.id && dragged !== folder.id}
              onDropped={({ folder: dragged, runbooks }) =>
                void onDrop(() =>
                  dragged === undefined
                    ? moveRunbooks(runbooks, folder.id)
                    : moveFolder(workspace.id, dragged, folder.id),
                )
              }
              menu={<FolderMenu workspaceId={workspace.id} folder={folder} />}
            />
            {isOpen && (
              <Folders
                nodes={children}
                workspace={workspace}
                opened={opened}
                onToggle={onToggle}
                onDrop={onDrop}
                level={level + 1}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The workspace and folder that the address names. */
function useHere(): { workspace: string | undefined; folder: string | undefined } {
  const { workspaceId } = useParams({ strict: false })
  const search = useSearch({ strict: false })
  return {
    workspace: workspaceId,
    folder: search.folder,
  }
}
