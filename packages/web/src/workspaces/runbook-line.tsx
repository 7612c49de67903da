import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, memo } from 'react'
import { useWords } from '../language/language.ts'
import { StagePill } from '../signs/pills.tsx'
import { allows, linkedId, type RunbookRow } from './documents.ts'
import { setDragged } from './moves.ts'
import { type CellContext, type RunbookColumn, runbookColumns } from './runbook-columns.tsx'
import classes from './runbook-grid.module.css'
import { RunbookMenu } from './runbook-menu.tsx'

interface RunbookLineProps {
  readonly runbook: RunbookRow
  readonly columns: readonly RunbookColumn[]
  readonly context: CellContext
  readonly isNarrow: boolean
  readonly isCursor: boolean
  readonly isSelected: boolean
  readonly selected: ReadonlySet<string>
  readonly onToggle: () => void
  readonly onPoint: () => void
  readonly onOpen: () => void
  readonly rowIndex: number
  readonly style: CSSProperties
}

const narrowCells = ['start', 'length', 'changed']

/** One runbook of the list. It opens with a click anywhere, and goes into a folder by being dragged there. */
export const RunbookLine = memo(function RunbookLine(line: RunbookLineProps) {
  const { runbook, columns, context, isNarrow, isCursor, isSelected, selected } = line
  const { workspaces } = useWords()
  const { name, stage, run_type, is_template, archived } = runbook.attributes
  const mayMove = allows(runbook, 'update', 'runbook') && !archived
  const state = `${isSelected ? classes.selected : ''} ${isCursor ? classes.cursor : ''}`
  // Only the row at the cursor is in the order of Tab: a list of hundreds is one stop.
  const tabIndex = isCursor ? 0 : -1
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid holds the focus, and the keys are its own
    <div
      id={`runbook-${runbook.id}`}
      className={`${classes.row} ${state}`}
      role="row"
      aria-rowindex={line.rowIndex}
      aria-selected={isSelected}
      tabIndex={-1}
      style={line.style}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        setDragged({
          from: linkedId(runbook, 'workspace') ?? '',
          runbooks: isSelected ? [...selected] : [runbook.id],
        })
      }}
      onDragEnd={() => setDragged(undefined)}
      onPointerDown={line.onPoint}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, button, input, label, [role="menu"]'))
          return
        const isBesideTick = event.target instanceof Element && event.target.closest('[data-tick]') !== null
        if (isBesideTick || event.ctrlKey || event.metaKey) line.onToggle()
        else line.onOpen()
      }}
    >
      <span role="gridcell" tabIndex={-1} className={classes.tick} data-tick="">
        <Checkbox
          size="xs"
          aria-label={workspaces.select(name)}
          checked={isSelected}
          onChange={line.onToggle}
          tabIndex={tabIndex}
        />
      </span>
      <span role="gridcell" tabIndex={-1} className={classes.what}>
        <Link
          to="/runbooks/$runbookId"
          params={{ runbookId: runbook.id }}
          className={classes.name}
          tabIndex={tabIndex}
          draggable={false}
        >
          {name}
        </Link>
        {isNarrow && (
          <span className={classes.second}>
            {columns.length === 0 && <StagePill stage={stage} runType={run_type} isTemplate={is_template} />}
            {runbookColumns
              .filter(({ key }) => narrowCells.includes(key) && !columns.some((column) => column.key === key))
              .map(({ key, cell }) => (
                <span key={key}>{cell(runbook, context)}</span>
              ))}
          </span>
        )}
      </span>
      {columns.map(({ key, isRight, cell }) => (
        <span
          key={key}
          role="gridcell"
          tabIndex={-1}
          className={isRight ? `${classes.cell} ${classes.right}` : classes.cell}
        >
          {cell(runbook, context)}
        </span>
      ))}
      <span role="gridcell" tabIndex={-1}>
        <RunbookMenu runbook={runbook} tabIndex={tabIndex} />
      </span>
    </div>
  )
})
