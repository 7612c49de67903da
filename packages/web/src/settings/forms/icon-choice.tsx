import { Select } from '@mantine/core'
import type { ComponentType } from 'react'
import { useWords } from '../../language/language.ts'
import classes from './forms.module.css'

interface IconChoiceProps {
  readonly value: string | null
  readonly onChange: (icon: string | null) => void
  /** Names of the icons that can be drawn, with their names in words. */
  readonly names: Readonly<Record<string, string>>
  readonly drawn: ComponentType<{ readonly icon: string | null }>
  readonly fault?: string | undefined
}

/** One of the icons, or none. A name that comes from a program and cannot be drawn stays as it is. */
export function IconChoice({ value, onChange, names, drawn: Drawn, fault }: IconChoiceProps) {
  const { types } = useWords()
  const known = Object.entries(names).map(([icon, label]) => ({ value: icon, label }))
  const isKnown = value === null || names[value] !== undefined
  return (
    <Select
      label={types.form.icon}
      placeholder={types.form.noIcon}
      data={isKnown ? known : [...known, { value, label: value }]}
      value={value}
      onChange={onChange}
      clearable
      searchable
      leftSection={value === null ? undefined : <Drawn icon={value} />}
      renderOption={({ option }) => (
        <span className={classes.named}>
          <Drawn icon={option.value} />
          {option.label}
        </span>
      )}
      error={fault}
    />
  )
}
