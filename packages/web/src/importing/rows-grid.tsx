import { VisuallyHidden } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWords } from '../language/language.ts'
import type { StreamSign } from '../signs/stream-hues.ts'
import type { Onward } from './cell-input.tsx'
import { cellId, FileRow, type RowHands } from './file-row.tsx'
import { fieldName } from './finding-words.ts'
import type { ImportStep } from './import-work.ts'
import { type FieldColumns, nextWrong, type RowField, type RowView, rowFields } from './row-view.ts'
import classes from './rows.module.css'

const ROW = 35
const FINDING = 28

/** What the page may ask of the table. */
export interface RowsHandle {
  /** Puts the cursor on the first wrong cell from a line of the file on, and the focus with it. */
  toWrong(line: number): void
}

interface RowsGridProps {
  readonly rows: readonly RowView[]
  readonly at: FieldColumns
  readonly typeSignOf: (name: string) => string
  readonly signOf: (stream: string) => StreamSign | undefined
  readonly onStep: (step: ImportStep) => void
  readonly onUndo: () => void
  readonly handle: Ref<RowsHandle>
}

interface Cursor {
  readonly line: number
  readonly field: RowField
}

/** The rows of the file as a table in which every cell can be written. */
export function RowsGrid({ rows, at, typeSignOf, signOf, onStep, onUndo, handle }: RowsGridProps) {
  const { importing } = useWords()
  const [cursor, setCursor] = useState<Cursor | undefined>(undefined)
  const [isEditing, setEditing] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its rows are read here and nowhere below
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW + FINDING * (rows[index]?.findings.length ?? 0),
    getItemKey: (index) => rows[index]?.line ?? index,
    overscan: 12,
    scrollPaddingEnd: ROW * 2,
  })
  const indexOf = (line: number) => rows.findIndex((row) => row.line === line)
  const go = (index: number, field: RowField) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    setCursor({ line: row.line, field })
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' })
  }
  const toRow = (row: RowView | undefined) => {
    if (!row) return
    const wrong = row.findings[0]?.column
    const field = rowFields.find((one) => wrong !== null && at[one] === wrong) ?? 'name'
    go(rows.indexOf(row), field)
    grid.current?.focus({ preventScroll: true })
  }
  useImperativeHandle(handle, () => ({ toWrong: (line) => toRow(nextWrong(rows, line - 1)) }))

  const refocus = () => grid.current?.focus({ preventScroll: true })
  const move = (from: Cursor, onward: Onward) => {
    const index = indexOf(from.line)
    const place = rowFields.indexOf(from.field)
    if (onward === 'down') go(index + 1, from.field)
    if (onward === 'next')
      go(
        index + (place === rowFields.length - 1 ? 1 : 0),
        rowFields[(place + 1) % rowFields.length] ?? 'name',
      )
    if (onward === 'previous') go(index - (place === 0 ? 1 : 0), rowFields.at(place - 1) ?? 'name')
  }
  const latest = { cursor, rows, at, onStep, move, refocus, toRow }
  const live = useRef(latest)
  live.current = latest
  // Stable, so that rows that did not change are not drawn again.
  const hands = useMemo((): RowHands => {
    return {
      pick: (line, field) => {
        const row = live.current.rows.find((one) => one.line === line)
        setCursor({ line, field })
        const canWrite = row !== undefined && !row.isOut && live.current.at[field] !== undefined
        setEditing(canWrite)
        if (!canWrite) live.current.refocus()
      },
      write: (line, column, value, onward) => {
        setEditing(false)
        live.current.onStep({ kind: 'edit', line, column, value })
        const { cursor: from } = live.current
        if (onward !== 'stay') {
          live.current.refocus()
          if (from) live.current.move(from, onward)
        }
      },
      stop: () => {
        setEditing(false)
        live.current.refocus()
      },
      mend: (line, mend) => {
        live.current.onStep({ kind: 'mend', mend })
        const next = nextWrong(
          live.current.rows.filter((row) => row.line !== line),
          line,
        )
        if (next) live.current.toRow(next)
        else live.current.refocus()
      },
      leaveOut: (line) => live.current.onStep({ kind: 'leave_out', line }),
      takeBack: (line) => {
        live.current.onStep({ kind: 'take_back', line })
        live.current.refocus()
      },
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('input, button')) return
    const here = cursor ?? (rows[0] ? { line: rows[0].line, field: 'name' as const } : undefined)
    if (!here) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      onUndo()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = indexOf(here.line)
    const place = rowFields.indexOf(here.field)
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 1)
    const fieldAt = (to: number) => rowFields[Math.max(0, Math.min(rowFields.length - 1, to))] ?? 'name'
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(cursor ? index + 1 : 0, here.field),
      ArrowUp: () => go(index - 1, here.field),
      ArrowRight: () => go(index, fieldAt(place + 1)),
      ArrowLeft: () => go(index, fieldAt(place - 1)),
      PageDown: () => go(index + page, here.field),
      PageUp: () => go(index - page, here.field),
      Home: () => go(index, 'label'),
      End: () => go(index, 'team'),
      Enter: () => hands.pick(here.line, here.field),
      F2: () => hands.pick(here.line, here.field),
      Delete: () => hands.leaveOut(here.line),
      n: () => toRow(nextWrong(rows, here.line)),
      N: () => toRow(nextWrong(rows, here.line)),
    }
    const act = moves[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  const lines = virtual.getVirtualItems()
  const digits = String(rows.at(-1)?.line ?? 1).length
  const typeColumn = at.task_type
  const streamColumn = at.stream
  return (
    <>
      <VisuallyHidden id="import-keys">{importing.rows.keys}</VisuallyHidden>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={importing.rows.label}
        aria-describedby="import-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={rowFields.length + 2}
        aria-activedescendant={cursor && !isEditing ? cellId(cursor.line, cursor.field) : undefined}
        className={classes.grid}
        style={
          {
            '--line': `${2.3 + digits * 0.45}rem`,
            '--number': `${Math.max(2.4, 1.2 + digits * 0.45)}rem`,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.headGroup}>
          <div role="row" aria-rowindex={1} className={`${classes.cells} ${classes.head}`}>
            <span role="columnheader">{importing.rows.file}</span>
            {rowFields.map((field) => (
              <span key={field} role="columnheader" data-field={field}>
                {field === 'label'
                  ? importing.rows.number
                  : field === 'name'
                    ? importing.rows.task
                    : fieldName(field)}
              </span>
            ))}
            <span role="columnheader">
              <VisuallyHidden>{importing.rows.leftOut}</VisuallyHidden>
            </span>
          </div>
        </div>
        <div ref={scroller} role="rowgroup" className={classes.scroll} tabIndex={-1}>
          <div role="presentation" style={{ height: virtual.getTotalSize() }}>
            <div role="presentation" style={{ transform: `translateY(${lines[0]?.start ?? 0}px)` }}>
              {lines.map(({ index }) => {
                const row = rows[index]
                if (!row) return null
                return (
                  <FileRow
                    key={row.line}
                    row={row}
                    at={at}
                    index={index}
                    cursor={cursor?.line === row.line ? cursor.field : undefined}
                    isEditing={cursor?.line === row.line && isEditing}
                    typeSign={typeSignOf(typeColumn === undefined ? '' : (row.cells[typeColumn] ?? ''))}
                    sign={signOf(streamColumn === undefined ? '' : (row.cells[streamColumn] ?? ''))}
                    hands={hands}
                    measure={virtual.measureElement}
                  />
                )
              })}
            </div>
          </div>
        </div>
      </div>
    </>
  )
}
