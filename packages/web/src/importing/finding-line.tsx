import type { Mend } from '@runsheet/domain'
import { useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { CellInput } from './cell-input.tsx'
import { fieldName, findingText, mendText } from './finding-words.ts'
import type { Finding } from './review-import.ts'
import { rowFields } from './row-view.ts'
import classes from './rows.module.css'

const MENDS_AT_MOST = 2

interface FindingLineProps {
  readonly finding: Finding
  readonly line: number
  readonly onMend: (mend: Mend) => void
  readonly onEdit: (column: number, value: string) => void
}

/** What is wrong with a cell, and what repairs it. A cell that the table has no column for can be written here. */
export function FindingLine({ finding, line, onMend, onEdit }: FindingLineProps) {
  const { importing } = useWords()
  const [isEditing, setEditing] = useState(false)
  const { field, column, value, mends } = finding
  const isElsewhere = field !== null && column !== null && !(rowFields as readonly string[]).includes(field)
  return (
    <div className={classes.finding}>
      <Icon name="warn" size={13} />
      {isElsewhere && (
        <span className={classes.elsewhere}>
          {fieldName(field)}
          {isEditing ? (
            <CellInput
              label={importing.rows.cell(fieldName(field), line)}
              value={value}
              onDone={(written) => {
                setEditing(false)
                onEdit(column, written)
              }}
              onCancel={() => setEditing(false)}
            />
          ) : (
            <button
              type="button"
              className={classes.wrongCell}
              aria-label={`${importing.rows.cell(fieldName(field), line)}: ${value}`}
              onClick={() => setEditing(true)}
            >
              {value.trim() === '' ? '–' : value}
            </button>
          )}
        </span>
      )}
      <span>{findingText(finding)}</span>
      {mends.slice(0, MENDS_AT_MOST).map((mend, place) => (
        <button
          key={`${mend.kind} ${mendText(mend, field)}`}
          type="button"
          className={classes.mend}
          data-second={place > 0 || undefined}
          onClick={() => onMend(mend)}
        >
          {mendText(mend, field)}
        </button>
      ))}
    </div>
  )
}
