import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../language/language.ts'
import { useMe } from '../../server/use-me.ts'
import { allows, type Workspace } from '../../workspaces/documents.ts'
import { workspacesQuery } from '../../workspaces/queries.ts'
import classes from './forms.module.css'

/** Where something holds: the id of a workspace, or null for the whole instance. */
export type Where = string | null

const INSTANCE = 'instance'

/** Where the person may make types: undefined until that is known. */
export function usePlacesForTypes(resource: 'runbook_type' | 'task_type'): readonly Where[] | undefined {
  const me = useMe()
  const { data } = useQuery(workspacesQuery)
  return (
    data && [
      ...(me.roles.includes('owner') ? [null] : []),
      ...data.filter((workspace) => allows(workspace, 'create', resource)).map(({ id }) => id),
    ]
  )
}

/** The name of where something holds. */
export function useWhereName(): (where: Where | undefined) => string {
  const { types } = useWords()
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  return (where) => whereName(where, workspaces, types.everywhere)
}

const whereName = (where: Where | undefined, workspaces: readonly Workspace[], everywhere: string): string =>
  where === null || where === undefined
    ? everywhere
    : (workspaces.find(({ id }) => id === where)?.attributes.name ?? `#${where}`)

interface WhereFieldProps {
  readonly places: readonly Where[]
  readonly value: Where
  readonly onChange: (where: Where) => void
  /** It was made there, and stays. */
  readonly isFixed: boolean
  readonly fault?: string | undefined
}

export function WhereField({ places, value, onChange, isFixed, fault }: WhereFieldProps) {
  const { types } = useWords()
  const nameOf = useWhereName()
  if (isFixed)
    return (
      <div className={classes.fixed}>
        <span>{types.where}</span>
        {nameOf(value)}
      </div>
    )
  const shown = places.includes(value) ? places : [value, ...places]
  return (
    <Select
      label={types.where}
      description={types.form.whereHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={shown.map((where) => ({ value: where ?? INSTANCE, label: nameOf(where) }))}
      value={value ?? INSTANCE}
      onChange={(chosen) => onChange(chosen === INSTANCE ? null : chosen)}
      allowDeselect={false}
      searchable={places.length > 8}
      error={fault}
    />
  )
}
