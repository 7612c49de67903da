import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useFoundPeople } from './use-found-people.ts'

interface MemberSelectProps {
  readonly label: string
  readonly placeholder: string
  readonly workspaceId: string
  /** Ids of people. */
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** Names of those who are chosen already, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** Several people who may take part in a workspace, found by parts of their names. */
export function MemberSelect({ label, placeholder, workspaceId, value, onChange, names }: MemberSelectProps) {
  const [text, setText] = useState('')
  const { found } = useFoundPeople(text, workspaceId)
  const [met, setMet] = useState(names)
  const known = new Map([...met, ...found.map(({ id, attributes }) => [id, attributes.name] as const)])
  const offered = [...new Set([...value, ...found.map(({ id }) => id)])]
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? placeholder : ''}
      data={offered.map((id) => ({ value: id, label: known.get(id) ?? `#${id}` }))}
      value={[...value]}
      onChange={(ids) => {
        // Whoever is chosen keeps the name when the next search does not find them.
        setMet(known)
        onChange(ids)
      }}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      hidePickedOptions
      maxDropdownHeight={220}
    />
  )
}
