import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { type Folder, linkedId } from './documents.ts'
import { folderChoices, mayMoveUnder } from './folder-tree.ts'
import { FormDialog } from './form-dialog.tsx'
import { foldersQuery } from './queries.ts'

const refresh = (workspaceId: string) => queryClient.invalidateQueries({ queryKey: ['folders', workspaceId] })

interface FolderNameDialogProps {
  readonly workspaceId: string
  /** The one to rename; without it a new one is made. */
  readonly folder?: Folder
  readonly parent?: Folder | undefined
}

export function FolderNameDialog({ workspaceId, folder, parent }: FolderNameDialogProps) {
  const { dialog } = useWords().workspaces
  const [name, setName] = useState(folder?.attributes.name ?? '')
  const newTitle = parent ? dialog.inFolder(parent.attributes.name) : dialog.newFolder
  const submit = async () => {
    const attributes = { name: name.trim() }
    if (folder)
      await client().updateFolder({ params: { workspace_id: workspaceId, id: folder.id }, attributes })
    else
      await client().createFolder({
        params: { workspace_id: workspaceId },
        attributes,
        ...(parent ? { relationships: { parent: { type: 'folder' as const, id: parent.id } } } : {}),
      })
    await refresh(workspaceId)
  }
  return (
    <FormDialog
      isSmall
      title={folder ? dialog.renameFolder(folder.attributes.name) : newTitle}
      verb={folder ? dialog.rename : dialog.createFolder}
      missing={name.trim() === '' ? dialog.nameNeeded : undefined}
      onSubmit={submit}
    >
      <TextInput
        label={dialog.name}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}

const TOP = 'top'

export function MoveFolderDialog({ workspaceId, folder }: { workspaceId: string; folder: Folder }) {
  const { dialog } = useWords().workspaces
  const { data: folders = [] } = useQuery(foldersQuery(workspaceId))
  const [to, setTo] = useState(linkedId(folder, 'parent') ?? TOP)
  const choices = folderChoices(folders).filter(({ value }) => mayMoveUnder(folders, folder.id, value))
  const submit = async () => {
    await client().updateFolder({
      params: { workspace_id: workspaceId, id: folder.id },
      relationships: { parent: to === TOP ? null : { type: 'folder', id: to } },
    })
    await refresh(workspaceId)
  }
  return (
    <FormDialog
      isSmall
      title={dialog.moveFolder(folder.attributes.name)}
      verb={dialog.move}
      onSubmit={submit}
    >
      <Select
        label={dialog.folder}
        data={[{ value: TOP, label: dialog.topFolder }, ...choices]}
        value={to}
        onChange={(value) => setTo(value ?? TOP)}
        searchable
        allowDeselect={false}
        data-autofocus
      />
    </FormDialog>
  )
}

export function DeleteFolderDialog({ workspaceId, folder }: { workspaceId: string; folder: Folder }) {
  const { dialog } = useWords().workspaces
  const submit = async () => {
    await client().deleteFolder({ params: { workspace_id: workspaceId, id: folder.id } })
    await refresh(workspaceId)
  }
  return (
    <FormDialog
      isSmall
      isDanger
      title={dialog.deleteFolder(folder.attributes.name)}
      verb={dialog.deleteFolderDo}
      onSubmit={submit}
    >
      <p>{dialog.deleteFolderText}</p>
    </FormDialog>
  )
}
