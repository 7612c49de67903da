import { Select } from '@mantine/core'
import { type ColumnGuess, type PlanField, planColumns } from '@runsheet/domain'
import { memo, useMemo } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './cards.module.css'
import { fieldName } from './finding-words.ts'

interface ColumnsCardProps {
  readonly columns: readonly ColumnGuess[]
  readonly customFields: readonly string[]
  readonly onChoose: (index: number, field: PlanField | null) => void
}

const NONE = ''

/** What each column of the file is taken for. */
export const ColumnsCard = memo(function ColumnsCard({ columns, customFields, onChoose }: ColumnsCardProps) {
  const { importing } = useWords()
  const shown = columns.filter(
    ({ certainty, field, heading, example }) =>
      (certainty !== 'computed' || field !== null) && (heading !== '' || example !== null),
  )
  const computed = columns.filter(({ certainty }) => certainty === 'computed').length
  const used = columns.filter(({ field }) => field !== null).length
  const choices = useMemo(() => {
    const given = columns.flatMap(({ field }) => (field?.startsWith('custom_field:') ? field : []))
    const custom = [...new Set([...customFields.map((name) => `custom_field:${name}`), ...given])]
    const choiceOf = (field: string) => ({ value: field, label: fieldName(field as PlanField) })
    return [
      { value: NONE, label: importing.columns.none },
      { group: importing.columns.own, items: planColumns.map(choiceOf) },
      ...(custom.length === 0 ? [] : [{ group: importing.columns.custom, items: custom.map(choiceOf) }]),
    ]
  }, [columns, customFields, importing])
  return (
    <section className={classes.card} aria-labelledby="import-columns">
      <header className={classes.head}>
        <h2 id="import-columns">{importing.columns.title}</h2>
        <span>{importing.columns.used(used, shown.length)}</span>
      </header>
      {shown.map(({ index, heading, example, field, certainty }) => {
        const name = heading || importing.columns.noHeading(index + 1)
        return (
          <div key={index} className={classes.column} data-unused={field === null || undefined}>
            <span className={classes.heading} title={name}>
              {name}
            </span>
            <span className={classes.example} title={example ?? ''}>
              {example}
            </span>
            <Icon name="right" size={14} />
            <div className={classes.target} data-guessed={certainty === 'guessed' || undefined}>
              <Select
                aria-label={importing.columns.target(name)}
                data={choices}
                value={field ?? NONE}
                onChange={(value) =>
                  onChoose(index, value === null || value === NONE ? null : (value as PlanField))
                }
                allowDeselect={false}
                maxDropdownHeight={360}
                rightSection={<Icon name="chevronDown" size={13} />}
                rightSectionPointerEvents="none"
                classNames={{ input: classes.select ?? '' }}
              />
              {certainty === 'guessed' && (
                <span className={classes.guessed}>{importing.columns.guessed}</span>
              )}
            </div>
          </div>
        )
      })}
      {computed > 0 && <p className={classes.computed}>{importing.columns.computed(computed)}</p>}
    </section>
  )
})
