import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../language/language.ts'
import { linkedId } from '../../workspaces/documents.ts'
import { fieldsQuery } from '../fields/field-queries.ts'
import { FlagFields } from '../forms/flag-fields.tsx'
import { allTaskTypesQuery } from '../task-types/task-type-queries.ts'
import type { OwnFieldsProps } from '../types/type-kind.ts'

/** What a form sets of runbook types alone. */
export interface RunbookTypeOwn {
  readonly flags: Readonly<
    Record<'dynamic' | 'incident' | 'enable_rto' | 'restrict_create_to_templates', boolean>
  >
  /** Ids of the task types that its runbooks may have; none stands for all. */
  readonly taskTypes: readonly string[]
  /** Ids of the custom fields that its runbooks have; none stands for all. */
  readonly fields: readonly string[]
}

export function RunbookTypeFields({ own, onChange, saving, where }: OwnFieldsProps<RunbookTypeOwn>) {
  const { runbook: words } = useWords().types
  const { data: taskTypes = [] } = useQuery(allTaskTypesQuery(false))
  const { data: fields = [] } = useQuery(fieldsQuery)
  const holdsHere = (one: { readonly relationships: unknown }) => {
    const of = linkedId(one, 'workspace') ?? null
    return of === null || of === where
  }
  const isOffered = (field: (typeof fields)[number]) =>
    holdsHere(field) && (!field.attributes.archived || own.fields.includes(field.id))
  return (
    <>
      <FlagFields
        legend={words.doesLegend}
        words={words.flags}
        values={own.flags}
        onChange={(name, value) => onChange({ ...own, flags: { ...own.flags, [name]: value } })}
        saving={saving}
      />
      <MultiSelect
        label={words.taskTypes}
        placeholder={own.taskTypes.length === 0 ? words.allTaskTypes : ''}
        data={taskTypes.filter(holdsHere).map(({ id, attributes: { name } }) => ({ value: id, label: name }))}
        value={[...own.taskTypes]}
        onChange={(chosen) => onChange({ ...own, taskTypes: chosen })}
        searchable
        clearable
        error={saving.faultAt('task_types')}
      />
      <MultiSelect
        label={words.fields}
        placeholder={own.fields.length === 0 ? words.allFields : ''}
        data={fields.filter(isOffered).map(({ id, attributes: { name, display_name } }) => ({
          value: id,
          label: display_name ?? name,
        }))}
        value={[...own.fields]}
        onChange={(chosen) => onChange({ ...own, fields: chosen })}
        searchable
        clearable
        error={saving.faultAt('custom_fields')}
      />
    </>
  )
}
