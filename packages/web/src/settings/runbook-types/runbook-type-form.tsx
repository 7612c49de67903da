import { MultiSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ColorChoice } from '../../dialogs/color-choice.tsx'
import { useWords } from '../../language/language.ts'
import { linkedId } from '../../workspaces/documents.ts'
import look from '../../workspaces/form-dialog.module.css'
import { keyOf } from '../../workspaces/key-of.ts'
import { fieldsQuery } from '../fields/field-queries.ts'
import { FlagFields } from '../forms/flag-fields.tsx'
import { IconChoice } from '../forms/icon-choice.tsx'
import { RoomForm } from '../forms/room-dialog.tsx'
import { useSaving } from '../forms/use-saving.ts'
import { type Where, WhereField } from '../forms/where-field.tsx'
import { taskTypesQuery } from '../task-types/task-type-queries.ts'
import { RunbookTypeIcon } from './runbook-type-icon.tsx'
import { readRunbookTypesAgain } from './runbook-type-queries.ts'

export const blankAttributes = {
  name: '',
  key: null as string | null,
  description: null as string | null,
  color: null as string | null,
  icon: null as string | null,
  dynamic: false,
  incident: false,
  enable_rto: false,
  restrict_create_to_templates: false,
  default: false,
  disabled: false,
}

/** What the fields of the form hold. */
export interface RunbookTypeDraft {
  readonly attributes: typeof blankAttributes
  /** Ids of the task types that its runbooks may have; none stands for all. */
  readonly taskTypes: readonly string[]
  readonly fields: readonly string[]
}

interface RunbookTypeFormProps {
  readonly before: RunbookTypeDraft
  readonly etag?: string | undefined
  /** Where it can be made; it stays where it was made. */
  readonly places?: readonly Where[]
  readonly where: Where
  readonly verb: string
  readonly onClose: () => void
  readonly onReadAgain?: () => void
  readonly save: (draft: RunbookTypeDraft, where: Where, ifMatch: string | undefined) => Promise<void>
}

export function RunbookTypeForm({ before, places, save, onClose, ...form }: RunbookTypeFormProps) {
  const { types: words } = useWords()
  const [draft, setDraft] = useState(before)
  const [where, setWhere] = useState(form.where)
  const { attributes } = draft
  const set = (change: Partial<typeof blankAttributes>) =>
    setDraft({ ...draft, attributes: { ...attributes, ...change } })
  const isNew = places !== undefined
  const [isKeyTyped, setKeyTyped] = useState(!isNew)
  const { data: taskTypes = [] } = useQuery(taskTypesQuery(false))
  const { data: fields = [] } = useQuery(fieldsQuery)
  const holdsHere = (one: { readonly relationships: unknown }) => {
    const of = linkedId(one, 'workspace') ?? null
    return of === null || of === where
  }
  const saving = useSaving(
    async (ifMatch) => {
      await save({ ...draft, attributes: { ...attributes, name: attributes.name.trim() } }, where, ifMatch)
      await readRunbookTypesAgain()
      onClose()
    },
    [...Object.keys(blankAttributes), 'workspace', 'task_types', 'custom_fields'],
  )
  return (
    <RoomForm {...form} saving={saving} onClose={onClose} isBlocked={attributes.name.trim() === ''}>
      <div className={look.pair}>
        <TextInput
          label={words.name}
          value={attributes.name}
          maxLength={255}
          required
          data-autofocus
          error={saving.faultAt('name')}
          onChange={({ currentTarget: { value: name } }) =>
            set({ name, ...(isKeyTyped ? {} : { key: keyOf(name) || null }) })
          }
        />
        <TextInput
          label={words.key}
          value={attributes.key ?? ''}
          maxLength={64}
          error={saving.faultAt('key')}
          onChange={({ currentTarget: { value } }) => {
            setKeyTyped(true)
            set({ key: value === '' ? null : value })
          }}
        />
      </div>
      <Textarea
        label={words.form.description}
        description={words.runbook.descriptionHint}
        autosize
        minRows={2}
        value={attributes.description ?? ''}
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
          value={attributes.icon}
          onChange={(icon) => set({ icon })}
          names={words.runbook.icons}
          drawn={RunbookTypeIcon}
          fault={saving.faultAt('icon')}
        />
      </div>
      <ColorChoice value={attributes.color} onChange={(color) => set({ color })} none={words.form.noColor} />
      <FlagFields
        legend={words.runbook.doesLegend}
        words={words.runbook.flags}
        values={attributes}
        onChange={(name, value) => set({ [name]: value })}
        saving={saving}
      />
      <MultiSelect
        label={words.runbook.taskTypes}
        placeholder={draft.taskTypes.length === 0 ? words.runbook.allTaskTypes : ''}
        data={taskTypes.filter(holdsHere).map(({ id, attributes: { name } }) => ({ value: id, label: name }))}
        value={[...draft.taskTypes]}
        onChange={(chosen) => setDraft({ ...draft, taskTypes: chosen })}
        searchable
        clearable
        error={saving.faultAt('task_types')}
      />
      <MultiSelect
        label={words.runbook.fields}
        placeholder={draft.fields.length === 0 ? words.runbook.allFields : ''}
        data={fields
          .filter(
            (field) => holdsHere(field) && (!field.attributes.archived || draft.fields.includes(field.id)),
          )
          .map(({ id, attributes: { name, display_name } }) => ({ value: id, label: display_name ?? name }))}
        value={[...draft.fields]}
        onChange={(chosen) => setDraft({ ...draft, fields: chosen })}
        searchable
        clearable
        error={saving.faultAt('custom_fields')}
      />
      <FlagFields
        legend={words.form.use}
        words={{ default: words.form.isDefault, disabled: words.form.isDisabled }}
        values={attributes}
        onChange={(name, value) => set({ [name]: value })}
        saving={saving}
        isFixed={(name) => name === 'default' && (where !== null || before.attributes.default)}
        note={where === null ? undefined : words.form.onlyGlobalDefault}
      />
    </RoomForm>
  )
}
