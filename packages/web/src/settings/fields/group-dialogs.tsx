import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { EditDialog } from '../forms/edit-dialog.tsx'
import { RoomDialog, RoomForm } from '../forms/room-dialog.tsx'
import { useSaving } from '../forms/use-saving.ts'
import { groupsQuery, readFieldsAgain } from './field-queries.ts'

export function NewGroup({ onClose }: { readonly onClose: () => void }) {
  const { fields: words } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const last = Math.max(0, ...groups.map(({ attributes }) => attributes.order))
  return (
    <RoomDialog isSmall title={words.makeGroup} onClose={onClose}>
      <GroupForm
        name=""
        verb={words.makeGroupDo}
        onClose={onClose}
        save={(name) => client().createCustomFieldGroup({ attributes: { name, order: last + 1 } })}
      />
    </RoomDialog>
  )
}

export function RenameGroup({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { fields: words } = useWords()
  return (
    <EditDialog
      isSmall
      of={['field-group', id]}
      read={async () => {
        const { body, etag } = await client().send('getCustomFieldGroup', { params: { id } })
        return { data: body.data, etag }
      }}
      title={() => words.renameGroup}
      onClose={onClose}
    >
      {({ data: group, etag }, readAgain) => (
        <GroupForm
          key={etag}
          name={group.attributes.name}
          etag={etag}
          verb={words.rename}
          onClose={onClose}
          onReadAgain={readAgain}
          save={(name, ifMatch) =>
            client().updateCustomFieldGroup({
              params: { id },
              attributes: { name },
              ...(ifMatch === undefined ? {} : { ifMatch }),
            })
          }
        />
      )}
    </EditDialog>
  )
}

interface GroupFormProps {
  readonly name: string
  readonly etag?: string | undefined
  readonly verb: string
  readonly onClose: () => void
  readonly onReadAgain?: () => void
  readonly save: (name: string, ifMatch: string | undefined) => Promise<unknown>
}

function GroupForm({ name: before, save, ...form }: GroupFormProps) {
  const { types } = useWords()
  const [name, setName] = useState(before)
  const saving = useSaving(
    async (ifMatch) => {
      await save(name.trim(), ifMatch)
      await readFieldsAgain()
      form.onClose()
    },
    ['name'],
  )
  return (
    <RoomForm {...form} saving={saving} isBlocked={name.trim() === ''}>
      <TextInput
        label={types.name}
        value={name}
        maxLength={255}
        required
        data-autofocus
        error={saving.faultAt('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </RoomForm>
  )
}

export function DeleteGroup({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { fields: words } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const saving = useSaving(async () => {
    await client().deleteCustomFieldGroup({ params: { id } })
    await readFieldsAgain()
    onClose()
  }, [])
  const name = groups.find((group) => group.id === id)?.attributes.name ?? ''
  return (
    <RoomDialog isSmall title={words.deleteGroup(name)} onClose={onClose}>
      <RoomForm isDanger saving={saving} verb={words.deleteGroupDo} onClose={onClose}>
        <p>{words.deleteGroupText}</p>
      </RoomForm>
    </RoomDialog>
  )
}
