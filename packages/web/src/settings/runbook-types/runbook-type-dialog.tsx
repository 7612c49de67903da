import { useQuery } from '@tanstack/react-query'
import { ErrorPage } from '../../app/error-page.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { linkedId } from '../../workspaces/documents.ts'
import { changesOf } from '../forms/changes-of.ts'
import { freshQuery } from '../forms/fresh.ts'
import { RoomDialog } from '../forms/room-dialog.tsx'
import type { Where } from '../forms/where-field.tsx'
import { blankAttributes, RunbookTypeForm } from './runbook-type-form.tsx'
import type { RunbookType } from './runbook-type-queries.ts'

interface NewRunbookTypeProps {
  readonly places: readonly Where[]
  readonly onClose: () => void
}

const refs = <T extends string>(type: T, ids: readonly string[]) => ids.map((id) => ({ type, id }))

export function NewRunbookType({ places, onClose }: NewRunbookTypeProps) {
  const { types: words } = useWords()
  return (
    <RoomDialog title={words.runbook.make} onClose={onClose}>
      <RunbookTypeForm
        before={{ attributes: blankAttributes, taskTypes: [], fields: [] }}
        places={places}
        where={places[0] ?? null}
        verb={words.create}
        onClose={onClose}
        save={async ({ attributes, taskTypes, fields }, where) => {
          await client().createRunbookType({
            attributes,
            relationships: {
              ...(where === null ? {} : { workspace: { type: 'workspace', id: where } }),
              task_types: refs('task_type', taskTypes),
              custom_fields: refs('custom_field', fields),
            },
          })
        }}
      />
    </RoomDialog>
  )
}

function draftOf({ attributes, relationships }: RunbookType) {
  const { global: _global, archived: _archived, ai_create_enabled: _ai, ...writable } = attributes
  return {
    attributes: writable,
    taskTypes: relationships.task_types.data.map(({ id }) => id),
    fields: relationships.custom_fields.data.map(({ id }) => id),
  }
}

export function EditRunbookType({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { types: words, app } = useWords()
  const { data, error, refetch } = useQuery(
    freshQuery(['runbook-type', id], async () => {
      const { body, etag } = await client().send('getRunbookType', { params: { id } })
      return { data: body.data, etag }
    }),
  )
  const before = data && draftOf(data.data)
  return (
    <RoomDialog title={words.editTitle(before?.attributes.name ?? '')} onClose={onClose}>
      {error && !data ? (
        <ErrorPage error={error} reset={() => void refetch()} />
      ) : (
        data &&
        before && (
          <RunbookTypeForm
            key={data.etag}
            before={before}
            etag={data.etag}
            where={linkedId(data.data, 'workspace') ?? null}
            verb={app.save}
            onClose={onClose}
            onReadAgain={() => void refetch()}
            save={async (draft, _where, ifMatch) => {
              const { taskTypes, fields } = changesOf(before, draft)
              await client().updateRunbookType({
                params: { id },
                attributes: changesOf(before.attributes, draft.attributes),
                relationships: {
                  ...(taskTypes ? { task_types: refs('task_type', taskTypes) } : {}),
                  ...(fields ? { custom_fields: refs('custom_field', fields) } : {}),
                },
                ...(ifMatch === undefined ? {} : { ifMatch }),
              })
            }}
          />
        )
      )}
    </RoomDialog>
  )
}
