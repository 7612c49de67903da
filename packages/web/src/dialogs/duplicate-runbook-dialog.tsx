import { Checkbox, TextInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { type DialogProps, openDialog } from './dialog-store.ts'
import classes from './dialogs.module.css'

/** Makes a copy of the runbook, or a template of it, and opens it. */
export function DuplicateRunbookDialog({ dialog: { asTemplate = false } }: DialogProps<'duplicate_runbook'>) {
  const { dialogs, app } = useWords()
  const words = dialogs.duplicate
  const { runbookId } = useRoom()
  const { runbook } = useRoomState().plan
  const navigate = useNavigate()
  const [name, setName] = useState(asTemplate ? runbook.name : words.copyName(runbook.name))
  const [takes, setTakes] = useState({ tasks: true, teams: true, users: !asTemplate })
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<ApiError | undefined>(undefined)
  const make = async () => {
    setSending(true)
    setError(undefined)
    try {
      const { data } = await client().createRunbook({
        attributes: { name: name.trim(), ...(asTemplate ? { is_template: true } : {}) },
        ...(runbook.folder_id === null
          ? {}
          : { relationships: { folder: { type: 'folder', id: String(runbook.folder_id) } } }),
        meta: { copy: { source_runbook_id: runbookId, ...takes } },
      })
      openDialog(null)
      void queryClient.invalidateQueries()
      await navigate({ to: '/runbooks/$runbookId/list', params: { runbookId: data.id } })
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setError(failure)
    } finally {
      setSending(false)
    }
  }
  const box = (part: keyof typeof takes, isDisabled = false) => (
    <Checkbox
      size="xs"
      label={words[part]}
      checked={takes[part] && !isDisabled}
      disabled={isDisabled}
      onChange={(event) => setTakes({ ...takes, [part]: event.currentTarget.checked })}
    />
  )
  return (
    <DialogFrame
      title={asTemplate ? words.templateTitle(runbook.name) : words.title(runbook.name)}
      confirm={asTemplate ? words.templateConfirm : words.confirm}
      confirmIcon={asTemplate ? 'template' : 'copy'}
      keep={app.cancel}
      isSmall
      isBlocked={name.trim() === ''}
      isSending={isSending}
      error={error}
      onConfirm={() => void make()}
    >
      <div className={classes.fields}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={255}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <span className={classes.label}>{words.take}</span>
          <div className={classes.fields} style={{ marginTop: 0, gap: 8 }}>
            {box('tasks')}
            {box('teams')}
            {box('users')}
          </div>
        </div>
      </div>
    </DialogFrame>
  )
}
