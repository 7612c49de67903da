import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { linkedId } from '../../workspaces/documents.ts'
import { changesOf } from '../forms/changes-of.ts'
import { EditDialog } from '../forms/edit-dialog.tsx'
import { RoomDialog } from '../forms/room-dialog.tsx'
import { blankField, FieldForm } from './field-form.tsx'
import { type CustomField, fieldsQuery, optionTypes } from './field-queries.ts'

const ref = <T extends string>(type: T, id: string | null) => (id === null ? null : { type, id })

export function NewField({ onClose }: { readonly onClose: () => void }) {
  const { fields: words, types } = useWords()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const last = Math.max(0, ...fields.map(({ attributes }) => attributes.order))
  return (
    <RoomDialog title={words.make} onClose={onClose}>
      <FieldForm
        before={{ attributes: blankField, groupId: null, runbookTypes: [] }}
        isNew
        where={null}
        verb={types.create}
        onClose={onClose}
        save={async ({ attributes, groupId, runbookTypes }, { where, options }) => {
          await client().createCustomField({
            attributes: {
              ...attributes,
              order: last + 1,
              ...(optionTypes.includes(attributes.field_type) ? { field_options: options } : {}),
            },
            relationships: {
              ...(where === null ? {} : { workspace: { type: 'workspace', id: where } }),
              group: ref('custom_field_group', groupId),
              runbook_types: runbookTypes.map((id) => ({ type: 'runbook_type', id })),
            },
          })
        }}
      />
    </RoomDialog>
  )
}

function draftOf(field: CustomField) {
  const { name, display_name, field_type, apply_to, required, read_only, help_text } = field.attributes
  const { default_value, allow_field_creation } = field.attributes
  return {
    attributes: {
      name,
      display_name,
      field_type,
      apply_to,
      required,
      read_only,
      help_text,
      default_value,
      allow_field_creation,
    },
    groupId: linkedId(field, 'group') ?? null,
    runbookTypes: field.relationships.runbook_types.data.map(({ id }) => id),
  }
}

export function EditField({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { types, app } = useWords()
  return (
    <EditDialog
      of={['custom-field', id]}
      read={async () => {
        const { body, etag } = await client().send('getCustomField', { params: { id } })
        return { data: body.data, etag }
      }}
      title={(field) => types.editTitle(field?.attributes.display_name ?? field?.attributes.name ?? '')}
      onClose={onClose}
    >
      {({ data: field, etag }, readAgain) => {
        const before = draftOf(field)
        return (
          <FieldForm
            key={etag}
            id={id}
            before={before}
            etag={etag}
            isNew={false}
            where={linkedId(field, 'workspace') ?? null}
            verb={app.save}
            onClose={onClose}
            onReadAgain={readAgain}
            save={async (draft, { ifMatch, acceptsLoss }) => {
              const { groupId, runbookTypes } = changesOf(before, draft)
              await client().updateCustomField({
                params: { id },
                attributes: changesOf(before.attributes, draft.attributes),
                relationships: {
                  ...(groupId === undefined ? {} : { group: ref('custom_field_group', groupId) }),
                  ...(runbookTypes
                    ? { runbook_types: runbookTypes.map((type) => ({ type: 'runbook_type', id: type })) }
                    : {}),
                },
                ...(acceptsLoss ? { meta: { accept_loss: true } } : {}),
                ...(ifMatch === undefined ? {} : { ifMatch }),
              })
            }}
          />
        )
      }}
    </EditDialog>
  )
}
