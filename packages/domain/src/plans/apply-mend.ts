import { readList, writeList } from './cell-text.ts'
import type { Mend } from './mend.ts'
import { type PlanRow, type PlanTable, rowIndex } from './plan-table.ts'
import { labelOf, labelsIn, replaceLabel } from './task-labels.ts'

/** The columns, from 0, by which rows name each other; absent where the file has none. */
export interface LinkColumns {
  label?: number | undefined
  predecessors?: number | undefined
}

/**
 * The table with one cell written; the same table where the cell is so already or no row begins on the line. All
 * other rows are shared.
 *
 * @param line of the file, as the row has it
 * @param column from 0
 */
export function editCell(table: PlanTable, line: number, column: number, value: string): PlanTable {
  const index = rowIndex(table, line)
  const row = table.rows[index]
  if (!row || (row.cells[column] ?? '') === value) return table
  return { ...table, rows: table.rows.with(index, { line, cells: cellsWith(row.cells, column, value) }) }
}

/**
 * The table without a row. The others no longer wait for it, unless another row has its label.
 */
export function leaveOutRow(table: PlanTable, line: number, columns: LinkColumns): PlanTable {
  return leaveOutRows(table, [line], columns)
}

/** The table without some rows; takes time in proportion to the table, however many they are. */
export function leaveOutRows(table: PlanTable, lines: Iterable<number>, columns: LinkColumns): PlanTable {
  const leaving = new Set(lines)
  const rows = table.rows.filter(({ line }) => !leaving.has(line))
  if (rows.length === table.rows.length) return table
  const { label, predecessors } = columns
  if (label === undefined || predecessors === undefined) return { ...table, rows }

  const labelIn = ({ cells }: PlanRow) => labelOf(cells[label] ?? '')
  const gone = new Set(table.rows.filter(({ line }) => leaving.has(line)).map(labelIn))
  for (const row of rows) gone.delete(labelIn(row))
  return { ...table, rows: rows.map((row) => withoutLabels(row, predecessors, gone)) }
}

/** The table mended; the same table where the mend finds nothing to change any more. */
export function applyMend(table: PlanTable, mend: Mend, columns: LinkColumns): PlanTable {
  if (mend.kind === 'leave_out_row') return leaveOutRow(table, mend.line, columns)
  if (mend.kind === 'leave_empty')
    return mend.columns.reduce((mended, column) => editCell(mended, mend.line, column, ''), table)
  const cell = table.rows[rowIndex(table, mend.line)]?.cells[mend.column] ?? ''
  return editCell(table, mend.line, mend.column, mendedCell(cell, mend))
}

function mendedCell(cell: string, mend: Exclude<Mend, { kind: 'leave_out_row' | 'leave_empty' }>): string {
  switch (mend.kind) {
    case 'use_value':
    case 'renumber':
      return mend.value
    case 'leave_out_predecessor':
      return replaceLabel(cell, mend.label, null)
    case 'replace_predecessor':
      return replaceLabel(cell, mend.label, mend.by)
    case 'remove_link':
      return replaceLabel(cell, mend.from, null)
    default:
      return writeList(readList(cell).filter((name) => name.trim().toLowerCase() !== mend.name.toLowerCase()))
  }
}

function withoutLabels(row: PlanRow, column: number, gone: ReadonlySet<string>): PlanRow {
  const cell = row.cells[column] ?? ''
  const lost = labelsIn(cell).filter((label) => gone.has(label))
  if (lost.length === 0) return row
  const kept = lost.reduce((text, label) => replaceLabel(text, label, null), cell)
  return { ...row, cells: cellsWith(row.cells, column, kept) }
}

function cellsWith(cells: readonly string[], column: number, value: string): string[] {
  return Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) =>
    index === column ? value : (cells[index] ?? ''),
  )
}
