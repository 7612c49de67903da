import { Button, Menu, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { runbookStages } from '@runsheet/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { runbookTypesQuery } from './queries.ts'
import classes from './runbook-filters.module.css'
import {
  hasRunbookFilters,
  membersOf,
  type RunbooksSearch,
  rags,
  toggled,
  withoutFilters,
} from './runbooks-search.ts'

interface RunbookFiltersProps {
  readonly search: RunbooksSearch
  readonly onChange: (search: RunbooksSearch) => void
}

/** What narrows the list: kept in the address, so that a link shows the same. */
export function RunbookFilters({ search, onChange }: RunbookFiltersProps) {
  const { app, workspaces } = useWords()
  const { filter } = workspaces
  const { data: types = [] } = useQuery(runbookTypesQuery)
  const kinds = [
    { value: 'runbook', label: filter.runbook },
    { value: 'template', label: filter.template },
  ] as const
  const chooseKind = (kind: 'runbook' | 'template') => {
    const { kind: before, ...rest } = search
    onChange(before === kind ? rest : { ...rest, kind })
  }
  const toggleArchived = () => {
    const { archived, ...rest } = search
    onChange(archived ? rest : { ...rest, archived: true })
  }
  return (
    <div className={classes.bar}>
      <FindByName search={search} onChange={onChange} />
      <div className={classes.chips}>
        <Choice
          name={filter.stage}
          chosen={membersOf(search.stage)}
          choices={runbookStages.map((value) => ({ value, label: app.stages[value] }))}
          onToggle={(value) => onChange(toggled(search, 'stage', value))}
        />
        <Choice
          name={filter.rag}
          chosen={membersOf(search.rag)}
          choices={rags.map((value) => ({ value, label: app.rag[value] }))}
          onToggle={(value) => onChange(toggled(search, 'rag', value))}
        />
        <Choice
          name={filter.type}
          chosen={membersOf(search.type)}
          choices={types.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
          onToggle={(value) => onChange(toggled(search, 'type', value))}
        />
        {kinds.map(({ value, label }) => (
          <Chip key={value} label={label} isOn={search.kind === value} onPress={() => chooseKind(value)} />
        ))}
        <Chip label={filter.archived} isOn={search.archived === true} onPress={toggleArchived} />
        {hasRunbookFilters(search) && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(withoutFilters(search))}>
            {filter.clear}
          </Button>
        )}
      </div>
    </div>
  )
}

function FindByName({ search, onChange }: RunbookFiltersProps) {
  const { filter } = useWords().workspaces
  const [text, setText] = useState(search.q ?? '')
  const [told, setTold] = useState(search.q)
  // The address changed from elsewhere: back, a link, or filters that were cleared.
  if (told !== search.q) {
    setTold(search.q)
    if ((search.q ?? '') !== text.trim()) setText(search.q ?? '')
  }
  const tell = useDebouncedCallback((typed: string) => {
    const { q: _before, ...rest } = search
    onChange(typed.trim() === '' ? rest : { ...rest, q: typed.trim() })
  }, 250)
  useEffect(() => () => tell.cancel(), [tell])
  return (
    <TextInput
      className={classes.find ?? ''}
      size="xs"
      leftSection={<Icon name="search" size={14} />}
      aria-label={filter.find}
      placeholder={filter.find}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        tell(currentTarget.value)
      }}
    />
  )
}

interface ChoiceProps {
  readonly name: string
  readonly chosen: readonly string[]
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onToggle: (value: string) => void
}

/** A chip that opens a menu of values; several may be chosen. */
function Choice({ name, chosen, choices, onToggle }: ChoiceProps) {
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={labels.length > 0 ? `${classes.chip} ${classes.on}` : classes.chip}>
          {labels.length > 0 ? `${name}: ${labels.join(', ')}` : name}
          <Icon name="chevronDown" size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label }) => (
          <Menu.CheckboxItem key={value} checked={chosen.includes(value)} onChange={() => onToggle(value)}>
            {label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Chip({ label, isOn, onPress }: { label: string; isOn: boolean; onPress: () => void }) {
  return (
    <UnstyledButton
      className={isOn ? `${classes.chip} ${classes.on}` : classes.chip}
      aria-pressed={isOn}
      onClick={onPress}
    >
      {label}
      {isOn && <Icon name="close" size={12} />}
    </UnstyledButton>
  )
}
