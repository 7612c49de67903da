import { Checkbox } from '@mantine/core'
import type { FieldType } from '@runsheet/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { LineInput } from '../fields/line-input.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { client } from '../server/client.ts'
import { EditGroup } from './edit-group.tsx'
import classes from './field-row.module.css'
import { FieldRow } from './field-row.tsx'
import type { TaskFieldProps } from './plan-fields.tsx'
import { type Field, type FieldSpec, useField } from './use-field.ts'

type Value = string | readonly string[] | null

interface Definition {
  readonly id: string
  readonly name: string
  readonly type: FieldType
  readonly options: readonly string[]
  readonly isReadOnly: boolean
}

/** Fields of tasks that hold in a workspace. */
const definitionsQuery = (workspaceId: number) =>
  queryOptions({
    queryKey: ['custom-fields', 'task', workspaceId],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<readonly Definition[]> => {
      const found: Definition[] = []
      const query = {
        workspace_id: String(workspaceId),
        global: true,
        archived: false,
        apply_to: ['task_add_edit', 'task_edit', 'task_start', 'task_end'],
        page: { size: 100 },
      } as const
      for await (const { id, attributes } of client().all('listCustomFields', { query, signal }))
        found.push({
          id,
          name: attributes.display_name ?? attributes.name,
          type: attributes.field_type,
          options: attributes.field_options,
          isReadOnly: attributes.read_only,
        })
      return found
    },
  })

/** What the fields of a task are filled with; those without a value only when all fields are shown. */
export function CustomFields({ isWhole, ...props }: TaskFieldProps & { readonly isWhole: boolean }) {
  const { plan } = useRoomState()
  const { data: definitions = [] } = useQuery(definitionsQuery(plan.runbook.workspace_id))
  const filled = new Set(props.details?.customFields.map(({ custom_field_id }) => custom_field_id))
  return definitions
    .filter(({ id }) => isWhole || filled.has(id))
    .map((definition) => <CustomField key={definition.id} definition={definition} {...props} />)
}

function CustomField({
  definition,
  task,
  details,
  why,
}: TaskFieldProps & { readonly definition: Definition }) {
  const { fields } = useWords().task
  const { id, name, isReadOnly } = definition
  const spec = useMemo<FieldSpec<Value>>(
    () => ({
      members: ['custom_field_values'],
      read: (_task, known) =>
        known?.customFields.find(({ custom_field_id }) => custom_field_id === id)?.value ?? null,
      write: (value) => ({
        attributes: {
          custom_field_values: [
            { custom_field_id: id, value: value === null || typeof value === 'string' ? value : [...value] },
          ],
        },
      }),
    }),
    [id],
  )
  const field = useField(spec, task, details)
  const say = (value: Value) =>
    value === null || value.length === 0 ? fields.empty : typeof value === 'string' ? value : value.join(', ')
  return (
    <FieldRow
      label={name}
      field={field}
      reason={isReadOnly ? fields.why.readOnly : why('custom_field_values')}
      say={say}
      renderText={(value) =>
        say(value) === fields.empty ? <span className={classes.quiet}>{fields.empty}</span> : say(value)
      }
      renderControl={(value) => <ValueEditor definition={definition} value={value} field={field} />}
    />
  )
}

interface ValueEditorProps {
  readonly definition: Definition
  readonly value: Value
  readonly field: Field<Value>
}

/** The control of a kind of field. Kinds that ask another system for their choices are typed in as text. */
function ValueEditor({ definition: { name, type, options }, value, field }: ValueEditorProps) {
  const { fields } = useWords().task
  const text = typeof value === 'string' ? value : (value?.[0] ?? '')
  const chosen = typeof value === 'string' ? [value] : (value ?? [])
  const leave = () => field.commit(value)
  switch (type) {
    case 'select_menu':
    case 'radiobox':
      return (
        <EditGroup label={name} onLeave={leave} onCancel={field.cancel}>
          <select
            className={classes.select}
            aria-label={name}
            value={text}
            onChange={(event) => field.type(event.currentTarget.value || null)}
          >
            <option value="">{fields.empty}</option>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </EditGroup>
      )
    case 'checkboxes':
    case 'multi_select':
      return (
        <EditGroup label={name} onLeave={leave} onCancel={field.cancel}>
          <div className={classes.checks}>
            {options.map((option) => (
              <Checkbox
                key={option}
                size="xs"
                label={option}
                checked={chosen.includes(option)}
                onChange={(event) =>
                  field.type(
                    event.currentTarget.checked
                      ? [...chosen, option]
                      : chosen.filter((other) => other !== option),
                  )
                }
              />
            ))}
          </div>
        </EditGroup>
      )
    case 'date':
      return (
        <EditGroup label={name} onLeave={leave} onCancel={field.cancel}>
          <input
            type="date"
            className={classes.select}
            aria-label={name}
            value={text}
            onChange={(event) => field.type(event.currentTarget.value || null)}
          />
        </EditGroup>
      )
    case 'textarea':
      return (
        <textarea
          className={classes.area}
          aria-label={name}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: opened by the person who types into it
          autoFocus
          onChange={(event) => field.type(event.currentTarget.value || null)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation()
              field.cancel()
            }
          }}
        />
      )
    default:
      return (
        <LineInput
          value={text}
          label={name}
          mayBeEmpty
          autoFocus
          onDraft={(draft) => field.type(draft || null)}
          onCommit={(line) => field.commit(line || null)}
          onCancel={field.cancel}
        />
      )
  }
}
