import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../language/language.ts'
import { linkedId } from '../../workspaces/documents.ts'
import look from '../../workspaces/form-dialog.module.css'
import { keyOf } from '../../workspaces/key-of.ts'
import { workspacesQuery } from '../../workspaces/queries.ts'
import { FlagFields } from '../forms/flag-fields.tsx'
import { RoomForm } from '../forms/room-dialog.tsx'
import { useSaving } from '../forms/use-saving.ts'
import { type Where, WhereField } from '../forms/where-field.tsx'
import { allRunbookTypesQuery } from '../runbook-types/runbook-type-queries.ts'
import {
  type FieldScope,
  type FieldType,
  groupsQuery,
  optionTypes,
  readFieldsAgain,
} from './field-queries.ts'
import fieldClasses from './fields.module.css'
import { useLoss } from './use-loss.ts'

export const blankField = {
  name: '',
  display_name: null as string | null,
  field_type: 'text' as FieldType,
  apply_to: 'task_add_edit' as FieldScope,
  required: false,
  read_only: false,
  help_text: null as string | null,
  default_value: null as string | null,
  allow_field_creation: false,
}

/** What the fields of the form hold. */
export interface FieldDraft {
  readonly attributes: typeof blankField
  readonly groupId: string | null
  /** Ids of the runbook types whose runbooks have it; none stands for all. */
  readonly runbookTypes: readonly string[]
}

interface Saved {
  readonly where: Where
  /** Names of the options of a new field. */
  readonly options: readonly string[]
  readonly ifMatch: string | undefined
  readonly acceptsLoss: boolean
}

interface FieldFormProps {
  readonly id?: string
  readonly before: FieldDraft
  readonly etag?: string | undefined
  readonly isNew: boolean
  readonly where: Where
  readonly verb: string
  readonly onClose: () => void
  readonly onReadAgain?: () => void
  readonly save: (draft: FieldDraft, saved: Saved) => Promise<void>
}

/** Where a field can be used; what stands behind nothing yet is not offered. */
const offeredScopes: readonly FieldScope[] = [
  'task_add_edit',
  'task_edit',
  'task_start',
  'task_end',
  'runbook_add_edit',
  'runbook_edit',
  'runbook_page',
  'runbook_end',
]

const linesOf = (text: string) =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
const orNull = (text: string) => (text === '' ? null : text)

export function FieldForm({ id, before, isNew, save, onClose, ...form }: FieldFormProps) {
  const { fields: words } = useWords()
  const [draft, setDraft] = useState(before)
  const [where, setWhere] = useState(form.where)
  const [options, setOptions] = useState('')
  const [acceptsLoss, setAcceptsLoss] = useState(false)
  const { attributes } = draft
  const set = (change: Partial<typeof blankField>) => {
    setAcceptsLoss(false)
    setDraft({ ...draft, attributes: { ...attributes, ...change } })
  }
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const { data: groups = [] } = useQuery(groupsQuery)
  const { data: runbookTypes = [] } = useQuery(allRunbookTypesQuery(false))
  const loss = useLoss(id, before.attributes, attributes)
  const { allow_field_creation: _allows, ...plainFlags } = words.flags
  const hasOptions = optionTypes.includes(attributes.field_type)
  const saving = useSaving(
    async (ifMatch) => {
      await save(
        { ...draft, attributes: { ...attributes, name: attributes.name.trim() } },
        { where, options: linesOf(options), ifMatch, acceptsLoss },
      )
      await readFieldsAgain()
      onClose()
    },
    [...Object.keys(blankField), 'workspace', 'group', 'runbook_types', 'field_options'],
  )
  const scopes = offeredScopes.includes(attributes.apply_to)
    ? offeredScopes
    : [...offeredScopes, attributes.apply_to]
  return (
    <RoomForm
      {...form}
      saving={saving}
      onClose={onClose}
      isBlocked={attributes.name.trim() === '' || loss.isAsking || (loss.lost > 0 && !acceptsLoss)}
    >
      <div className={look.pair}>
        <TextInput
          label={words.displayName}
          value={attributes.display_name ?? ''}
          maxLength={255}
          data-autofocus
          error={saving.faultAt('display_name')}
          onChange={({ currentTarget: { value } }) => {
            const follows = isNew && attributes.name === keyOf(attributes.display_name ?? '')
            set({ display_name: orNull(value), ...(follows ? { name: keyOf(value) } : {}) })
          }}
        />
        <TextInput
          label={words.internalName}
          value={attributes.name}
          maxLength={255}
          required
          error={saving.faultAt('name')}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
      </div>
      <div className={look.pair}>
        <Select
          label={words.type}
          data={(Object.keys(words.typeNames) as FieldType[]).map((value) => ({
            value,
            label: words.typeNames[value],
          }))}
          value={attributes.field_type}
          onChange={(value) => set({ field_type: value ?? attributes.field_type })}
          allowDeselect={false}
          error={saving.faultAt('field_type')}
        />
        <Select
          label={words.used}
          data={scopes.map((value) => ({ value, label: words.scopes[value] }))}
          value={attributes.apply_to}
          onChange={(value) => set({ apply_to: value ?? attributes.apply_to })}
          allowDeselect={false}
          error={saving.faultAt('apply_to')}
        />
      </div>
      {loss.sentence !== undefined && (
        <div className={fieldClasses.loss} role="status">
          {loss.sentence}
          {loss.lost > 0 && (
            <Checkbox
              label={words.acceptLoss(loss.lost)}
              checked={acceptsLoss}
              onChange={({ currentTarget }) => setAcceptsLoss(currentTarget.checked)}
            />
          )}
        </div>
      )}
      {isNew && hasOptions && (
        <Textarea
          label={words.optionsLabel}
          description={words.optionsHint}
          autosize
          minRows={3}
          value={options}
          error={saving.faultAt('field_options')}
          onChange={({ currentTarget }) => setOptions(currentTarget.value)}
        />
      )}
      <TextInput
        label={words.help}
        description={words.helpHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={attributes.help_text ?? ''}
        error={saving.faultAt('help_text')}
        onChange={({ currentTarget: { value } }) => set({ help_text: orNull(value) })}
      />
      <div className={look.pair}>
        <WhereField
          places={isNew ? [null, ...workspaces.map((one) => one.id)] : []}
          value={where}
          onChange={setWhere}
          isFixed={!isNew}
          fault={saving.faultAt('workspace')}
        />
        <TextInput
          label={words.defaultValue}
          description={words.defaultHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={attributes.default_value ?? ''}
          error={saving.faultAt('default_value')}
          onChange={({ currentTarget: { value } }) => set({ default_value: orNull(value) })}
        />
      </div>
      <div className={look.pair}>
        <Select
          label={words.group}
          placeholder={words.noGroup}
          data={groups.map((group) => ({ value: group.id, label: group.attributes.name }))}
          value={draft.groupId}
          onChange={(groupId) => setDraft({ ...draft, groupId })}
          clearable
          error={saving.faultAt('group')}
        />
        <MultiSelect
          label={words.runbookTypes}
          placeholder={draft.runbookTypes.length === 0 ? words.allRunbookTypes : ''}
          data={runbookTypes
            .filter((type) => [null, where].includes(linkedId(type, 'workspace') ?? null))
            .map((type) => ({ value: type.id, label: type.attributes.name }))}
          value={[...draft.runbookTypes]}
          onChange={(chosen) => setDraft({ ...draft, runbookTypes: chosen })}
          searchable
          clearable
          error={saving.faultAt('runbook_types')}
        />
      </div>
      <FlagFields
        legend={words.rules}
        words={hasOptions ? words.flags : plainFlags}
        values={attributes}
        onChange={(name, value) => set({ [name]: value })}
        saving={saving}
      />
    </RoomForm>
  )
}
