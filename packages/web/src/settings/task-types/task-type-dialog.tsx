import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorPage } from '../../app/error-page.tsx'
import { ColorChoice } from '../../dialogs/color-choice.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { linkedId } from '../../workspaces/documents.ts'
import look from '../../workspaces/form-dialog.module.css'
import { keyOf } from '../../workspaces/key-of.ts'
import { changesOf } from '../forms/changes-of.ts'
import { FlagFields } from '../forms/flag-fields.tsx'
import { freshQuery } from '../forms/fresh.ts'
import { IconChoice } from '../forms/icon-choice.tsx'
import { RoomDialog, RoomForm } from '../forms/room-dialog.tsx'
import { useSaving } from '../forms/use-saving.ts'
import { type Where, WhereField } from '../forms/where-field.tsx'
import { TaskTypeIcon } from './task-type-icon.tsx'
import { readTaskTypesAgain, type TaskType } from './task-type-queries.ts'

const blank = {
  name: '',
  key: '',
  description: null as string | null,
  color: null as string | null,
  icon: null as string | null,
  zero_duration: false,
  off_end: false,
  auto_start: false,
  auto_finish: false,
  fixed_start: true,
  default: false,
  disabled: false,
}
type Draft = typeof blank

function draftOf({ attributes }: TaskType): Draft {
  const { global: _global, archived: _archived, built_in: _builtIn, ...draft } = attributes
  return draft
}

interface NewTaskTypeProps {
  readonly places: readonly Where[]
  readonly onClose: () => void
}

export function NewTaskType({ places, onClose }: NewTaskTypeProps) {
  const { types: words } = useWords()
  return (
    <RoomDialog title={words.task.make} onClose={onClose}>
      <TaskTypeForm
        before={blank}
        places={places}
        where={places[0] ?? null}
        verb={words.create}
        onClose={onClose}
        save={async (draft, where) => {
          await client().createTaskType({
            attributes: draft,
            ...(where === null ? {} : { relationships: { workspace: { type: 'workspace', id: where } } }),
          })
        }}
      />
    </RoomDialog>
  )
}

export function EditTaskType({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { types: words, app } = useWords()
  const { data, error, refetch } = useQuery(
    freshQuery(['task-type', id], async () => {
      const { body, etag } = await client().send('getTaskType', { params: { id } })
      return { data: body.data, etag }
    }),
  )
  const before = data && draftOf(data.data)
  return (
    <RoomDialog title={words.editTitle(before?.name ?? '')} onClose={onClose}>
      {error && !data ? (
        <ErrorPage error={error} reset={() => void refetch()} />
      ) : (
        data &&
        before && (
          <TaskTypeForm
            key={data.etag}
            before={before}
            etag={data.etag}
            isBuiltIn={data.data.attributes.built_in}
            where={linkedId(data.data, 'workspace') ?? null}
            verb={app.save}
            onClose={onClose}
            onReadAgain={() => void refetch()}
            save={async (draft, _where, ifMatch) => {
              await client().updateTaskType({
                params: { id },
                attributes: changesOf(before, draft),
                ...(ifMatch === undefined ? {} : { ifMatch }),
              })
            }}
          />
        )
      )}
    </RoomDialog>
  )
}

interface TaskTypeFormProps {
  readonly before: Draft
  readonly etag?: string | undefined
  readonly isBuiltIn?: boolean
  /** Where it can be made; it stays where it was made. */
  readonly places?: readonly Where[]
  readonly where: Where
  readonly verb: string
  readonly onClose: () => void
  readonly onReadAgain?: () => void
  readonly save: (draft: Draft, where: Where, ifMatch: string | undefined) => Promise<void>
}

function TaskTypeForm({ before, isBuiltIn = false, places, save, onClose, ...form }: TaskTypeFormProps) {
  const { types: words } = useWords()
  const [draft, setDraft] = useState(before)
  const [where, setWhere] = useState(form.where)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const isNew = places !== undefined
  const [isKeyTyped, setKeyTyped] = useState(!isNew)
  const saving = useSaving(
    async (ifMatch) => {
      await save({ ...draft, name: draft.name.trim() }, where, ifMatch)
      await readTaskTypesAgain()
      onClose()
    },
    [...Object.keys(blank), 'workspace'],
  )
  const { isDefault, isDisabled } = words.form
  const uses = { default: isDefault, disabled: isDisabled }
  return (
    <RoomForm
      {...form}
      saving={saving}
      onClose={onClose}
      isBlocked={draft.name.trim() === '' || draft.key === ''}
    >
      <div className={look.pair}>
        <TextInput
          label={words.name}
          value={draft.name}
          maxLength={255}
          required
          data-autofocus
          error={saving.faultAt('name')}
          onChange={({ currentTarget: { value: name } }) =>
            set({ name, ...(isKeyTyped ? {} : { key: keyOf(name) }) })
          }
        />
        <TextInput
          label={words.key}
          value={draft.key}
          maxLength={64}
          required
          disabled={isBuiltIn}
          error={saving.faultAt('key')}
          onChange={({ currentTarget: { value: key } }) => {
            setKeyTyped(true)
            set({ key })
          }}
        />
      </div>
      <Textarea
        label={words.form.description}
        autosize
        minRows={2}
        value={draft.description ?? ''}
        error={saving.faultAt('description')}
        onChange={({ currentTarget: { value } }) => set({ description: value === '' ? null : value })}
      />
      <div className={look.pair}>
        <WhereField
          places={places ?? []}
          value={where}
          onChange={setWhere}
          isFixed={!isNew}
          fault={saving.faultAt('workspace')}
        />
        <IconChoice
          value={draft.icon}
          onChange={(icon) => set({ icon })}
          names={words.task.icons}
          drawn={TaskTypeIcon}
          fault={saving.faultAt('icon')}
        />
      </div>
      <ColorChoice value={draft.color} onChange={(color) => set({ color })} none={words.form.noColor} />
      <FlagFields
        legend={words.task.doesLegend}
        words={words.task.flags}
        values={draft}
        onChange={(name, value) => set({ [name]: value })}
        saving={saving}
        isFixed={() => isBuiltIn}
        note={isBuiltIn ? words.task.builtIn : undefined}
      />
      <FlagFields
        legend={words.form.use}
        words={uses}
        values={draft}
        onChange={(name, value) => set({ [name]: value })}
        saving={saving}
        isFixed={(name) => name === 'default' && (where !== null || before.default)}
        note={where === null ? undefined : words.form.onlyGlobalDefault}
      />
    </RoomForm>
  )
}
