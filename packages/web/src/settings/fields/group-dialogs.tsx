import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { freshQuery } from '../forms/fresh.ts'
import { RoomDialog, RoomForm } from '../forms/room-dialog.tsx'
import { useSaving } from '../forms/use-saving.ts'
import { groupsQuery, readFieldsAgain } from './field-queries.ts'

/** A group as it is now. */
const groupQuery = (id: string) =>
  freshQuery(['field-group', id], async () => {
    const { body, etag } = await client().send('getCustomFieldGroup', { params: { id } })
    return { data: body.data, etag }
  })

interface GroupNameProps {
  /** The one to rename; without it a new one is made. */
  readonly id?: string
  readonly onClose: () => void
}

export function GroupName({ id, onClose }: GroupNameProps) {
  const { fields: words } = useWords()
  const { data, refetch } = useQuery({ ...groupQuery(id ?? ''), enabled: id !== undefined })
  const { data: groups = [] } = useQuery(groupsQuery)
  const last = Math.max(0, ...groups.map(({ attributes }) => attributes.order))
  return (
    <RoomDialog isSmall title={id === undefined ? words.makeGroup : words.renameGroup} onClose={onClose}>
      {id === undefined ? (
        <GroupForm
          name=""
          verb={words.makeGroupDo}
          onClose={onClose}
          save={(name) => client().createCustomFieldGroup({ attributes: { name, order: last + 1 } })}
        />
      ) : (
        data && (
          <GroupForm
            key={data.etag}
            name={data.data.attributes.name}
            etag={data.etag}
            verb={words.rename}
            onClose={onClose}
            onReadAgain={() => void refetch()}
            save={(name, ifMatch) =>
              client().updateCustomFieldGroup({
                params: { id },
                attributes: { name },
                ...(ifMatch === undefined ? {} : { ifMatch }),
              })
            }
          />
        )
      )}
    </RoomDialog>
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
