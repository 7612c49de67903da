import { Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { FormDialog } from './form-dialog.tsx'
import { keyOf } from './key-of.ts'

export function NewWorkspaceDialog() {
  const { dialog } = useWords().workspaces
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [typedKey, setTypedKey] = useState<string>()
  const [description, setDescription] = useState('')
  const key = typedKey ?? keyOf(name)
  const submit = async () => {
    const { data } = await client().createWorkspace({
      attributes: { name: name.trim(), key, description: description.trim() || null },
    })
    await queryClient.invalidateQueries({ queryKey: ['workspaces'] })
    await navigate({ to: '/workspaces/$workspaceId', params: { workspaceId: data.id }, search: {} })
  }
  return (
    <FormDialog
      title={dialog.newWorkspace}
      verb={dialog.createWorkspace}
      missing={name.trim() === '' ? dialog.nameNeeded : undefined}
      onSubmit={submit}
    >
      <TextInput
        label={dialog.name}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={dialog.key}
        description={dialog.keyHint}
        value={key}
        onChange={({ currentTarget }) => setTypedKey(currentTarget.value)}
      />
      <Textarea
        label={dialog.description}
        autosize
        minRows={2}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
      />
    </FormDialog>
  )
}
