import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../language/language.ts'
import { foundPeopleQuery } from '../../people/people-queries.ts'
import settingsClasses from '../settings.module.css'
import classes from './audit.module.css'
import { type AuditKind, type AuditSearch, auditKinds, readAuditSearch } from './audit-search.ts'

interface AuditFiltersProps {
  readonly search: AuditSearch
  readonly onChange: (search: AuditSearch) => void
}

/** What narrows the log: who, what kind, from which day to which. Kept in the address. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { settings } = useWords()
  const words = settings.audit
  const set = (member: keyof AuditSearch, value: string | null) =>
    onChange(readAuditSearch({ ...search, [member]: value ?? undefined }))
  const kinds = Object.keys(auditKinds) as AuditKind[]
  return (
    <div className={classes.filters}>
      <PersonFilter value={search.person ?? null} onChoose={(id) => set('person', id)} />
      <Select
        size="xs"
        aria-label={words.kind}
        placeholder={words.kind}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={search.kind ?? null}
        onChange={(kind) => set('kind', kind)}
        clearable
        clearButtonProps={{ 'aria-label': words.clear }}
      />
      <TextInput
        size="xs"
        type="date"
        className={classes.day ?? ''}
        aria-label={words.from}
        leftSection={<span className={settingsClasses.quiet}>{words.from}</span>}
        leftSectionWidth={52}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set('from', currentTarget.value || null)}
      />
      <TextInput
        size="xs"
        type="date"
        className={classes.day ?? ''}
        aria-label={words.until}
        leftSection={<span className={settingsClasses.quiet}>{words.until}</span>}
        leftSectionWidth={52}
        value={search.until ?? ''}
        onChange={({ currentTarget }) => set('until', currentTarget.value || null)}
      />
      {Object.keys(search).length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>
          {words.clear}
        </Button>
      )}
    </div>
  )
}

function PersonFilter({ value, onChoose }: { value: string | null; onChoose: (id: string | null) => void }) {
  const { settings } = useWords()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const { data: found = [] } = useQuery(foundPeopleQuery(asked))
  return (
    <Select
      size="xs"
      aria-label={settings.audit.person}
      placeholder={settings.audit.person}
      data={found.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
      value={value}
      onChange={onChoose}
      searchable
      onSearchChange={setText}
      clearable
      clearButtonProps={{ 'aria-label': settings.audit.anybody }}
      nothingFoundMessage={settings.people.nobody}
    />
  )
}
