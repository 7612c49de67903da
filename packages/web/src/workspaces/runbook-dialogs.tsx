import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { linkedId, type RunbookRow } from './documents.ts'
import { folderChoices } from './folder-tree.ts'
import { FormDialog } from './form-dialog.tsx'
import { foldersQuery } from './queries.ts'

const refresh = () => queryClient.invalidateQueries({ queryKey: ['runbooks'] })

interface MoveRunbooksDialogProps {
  readonly workspaceId: string
  readonly runbooks: readonly RunbookRow[]
}

export function MoveRunbooksDialog({ workspaceId, runbooks }: MoveRunbooksDialogProps) {
  const { dialog } = useWords().workspaces
  const { data: folders = [] } = useQuery(foldersQuery(workspaceId))
  const [to, setTo] = useState<string | null>(linkedId(runbooks[0], 'folder') ?? null)
  const submit = async () => {
    if (to === null) return
    try {
      for (const { id } of runbooks)
        await client().updateRunbook({
          params: { id },
          relationships: { folder: { type: 'folder', id: to } },
        })
    } finally {
      await refresh()
    }
  }
  return (
    <FormDialog isSmall title={dialog.moveRunbooks(runbooks.length)} verb={dialog.move} onSubmit={submit}>
      <Select
        label={dialog.folder}
        data={folderChoices(folders)}
        value={to}
        onChange={setTo}
        searchable
        allowDeselect={false}
        data-autofocus
      />
    </FormDialog>
  )
}

export function DeleteRunbookDialog({ runbook }: { runbook: RunbookRow }) {
  const { dialog } = useWords().workspaces
  const submit = async () => {
    await client().deleteRunbook({ params: { id: runbook.id } })
    await refresh()
  }
  return (
    <FormDialog
      isSmall
      isDanger
      title={dialog.deleteRunbook(runbook.attributes.name)}
      verb={dialog.deleteRunbookDo}
      onSubmit={submit}
    >
      <p>{dialog.deleteRunbookText}</p>
    </FormDialog>
  )
}
