import type { Mend } from '@runsheet/domain'
import { memo, type Ref } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { StreamSign } from '../signs/stream-hues.ts'
import { StreamBar } from '../signs/stream-tag.tsx'
import { TypeIcon } from '../signs/type-icon.tsx'
import { CellInput, type Onward } from './cell-input.tsx'
import { FindingLine } from './finding-line.tsx'
import { fieldName } from './finding-words.ts'
import { type FieldColumns, type RowField, type RowView, rowFields } from './row-view.ts'
import classes from './rows.module.css'

export const cellId = (line: number, field: RowField) => `import-${line}-${field}`

/** What a row asks of the table that it is in. */
export interface RowHands {
  readonly pick: (line: number, field: RowField) => void
  readonly write: (line: number, column: number, value: string, onward: Onward) => void
  readonly stop: () => void
  readonly mend: (line: number, mend: Mend) => void
  readonly leaveOut: (line: number) => void
  readonly takeBack: (line: number) => void
}

interface FileRowProps {
  readonly row: RowView
  readonly at: FieldColumns
  /** Place among the rows that are shown, from 0. */
  readonly index: number
  /** The cell of this row at which the cursor is. */
  readonly cursor: RowField | undefined
  readonly isEditing: boolean
  readonly typeSign: string
  readonly sign: StreamSign | undefined
  readonly hands: RowHands
  readonly measure: Ref<HTMLDivElement>
}

/** A row of the file: its cells, and beneath them what is wrong with them. */
export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { row, at, index, cursor, isEditing, typeSign, sign, hands, measure } = props
  const { importing } = useWords()
  const { line, cells, isOut, findings } = row
  const wrong = new Set(findings.map(({ column }) => column))
  const isRowWrong = wrong.has(null)
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-out={isOut || undefined}
      data-wrong={findings.length > 0 || undefined}
      className={classes.row}
    >
      <div className={classes.cells} role="presentation">
        <span role="rowheader" className={classes.line} data-wrong={isRowWrong || undefined}>
          {importing.rows.row(line)}
        </span>
        {rowFields.map((field) => {
          const column = at[field]
          const text = column === undefined ? '' : (cells[column] ?? '')
          const isWrong = column !== undefined && wrong.has(column)
          const isHere = cursor === field
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid holds the focus, and the keys are its own
            <div
              key={field}
              id={cellId(line, field)}
              role="gridcell"
              aria-colindex={rowFields.indexOf(field) + 2}
              tabIndex={-1}
              data-fixed={column === undefined || isOut || undefined}
              aria-invalid={isWrong || undefined}
              data-field={field}
              data-here={isHere || undefined}
              data-wrong={isWrong || undefined}
              className={classes.cell}
              title={text.length > 14 ? text : undefined}
              onClick={() => hands.pick(line, field)}
            >
              {isHere && isEditing && column !== undefined ? (
                <CellInput
                  label={importing.rows.cell(fieldName(field), line)}
                  value={text}
                  isRight={field === 'duration'}
                  onDone={(value, onward) => hands.write(line, column, value, onward)}
                  onCancel={hands.stop}
                />
              ) : (
                <CellText field={field} text={text} typeSign={typeSign} sign={sign} />
              )}
            </div>
          )
        })}
        <span role="gridcell" tabIndex={-1} aria-colindex={rowFields.length + 2} className={classes.tool}>
          {isOut ? (
            <button
              type="button"
              className={classes.back}
              aria-label={importing.rows.takeBackRow(line)}
              onClick={() => hands.takeBack(line)}
            >
              {importing.rows.takeBack}
            </button>
          ) : (
            <button
              type="button"
              tabIndex={-1}
              className={classes.out}
              aria-label={importing.rows.leaveOut(line)}
              title={importing.rows.leaveOut(line)}
              onClick={() => hands.leaveOut(line)}
            >
              <Icon name="close" size={13} />
            </button>
          )}
        </span>
      </div>
      {findings.length > 0 && (
        <div role="gridcell" tabIndex={-1} aria-colindex={1} className={classes.findings}>
          {findings.map((finding, place) => (
            <FindingLine
              key={place}
              finding={finding}
              line={line}
              onMend={(mend) => hands.mend(line, mend)}
              onEdit={(column, value) => hands.write(line, column, value, 'stay')}
            />
          ))}
        </div>
      )}
    </div>
  )
})

interface CellTextProps {
  readonly field: RowField
  readonly text: string
  readonly typeSign: string
  readonly sign: StreamSign | undefined
}

function CellText({ field, text, typeSign, sign }: CellTextProps) {
  const { rows } = useWords().importing
  const isEmpty = text.trim() === ''
  if (field === 'name')
    return (
      <>
        <TypeIcon sign={typeSign} />
        <span className={classes.title}>{isEmpty ? '–' : text}</span>
      </>
    )
  if (field === 'label') return isEmpty ? '–' : `#${text.trim().replace(/^#\s*/, '')}`
  if (field === 'stream' && sign && !isEmpty)
    return (
      <>
        <StreamBar of={sign} />
        <span className={classes.title}>{text}</span>
      </>
    )
  if (isEmpty) return <span className={classes.nothing}>{field === 'team' ? rows.nobody : '–'}</span>
  return <span className={classes.title}>{text}</span>
}
