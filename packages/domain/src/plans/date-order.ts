import type { PlanDraft } from './plan-draft.ts'
import type { PlanTable } from './plan-table.ts'
import { type DateOrder, isOrderOpen, tellingDateOrder, writeOrderOut } from './wall-clock.ts'

const dateFields = ['start_fixed_date', 'start_fixed_time', 'end_fixed_date', 'end_fixed_time'] as const

/** How the dates with slashes of a file are read, where they could be read otherwise. */
export interface OpenDateOrder {
  order: DateOrder
  /** A date of the file tells the order; without one the day stands first, and a person should look. */
  isSure: boolean
  /** The first date that is another day in the other order, as written. */
  example: string
}

/** How the dates of a file are read; null where all can be read in one way only. */
export function openDateOrder(table: PlanTable, columns: PlanDraft['columns']): OpenDateOrder | null {
  const cells = dateCellsOf(table, columns)
  const example = cells.find(isOrderOpen)?.trim()
  if (example === undefined) return null
  const told = tellingDateOrder(cells)
  return { order: told ?? 'day_first', isSure: told !== undefined, example }
}

/** The table with every date that could be read otherwise written as `2026-03-01`, read in the given order. */
export function settleDateOrder(
  table: PlanTable,
  columns: PlanDraft['columns'],
  order: DateOrder,
): PlanTable {
  const dates = new Set(dateColumns(columns))
  const rows = table.rows.map((row) => {
    if (!row.cells.some((cell, column) => dates.has(column) && isOrderOpen(cell))) return row
    const cells = row.cells.map((cell, column) => (dates.has(column) ? writeOrderOut(cell, order) : cell))
    return { ...row, cells }
  })
  return { ...table, rows }
}

/** The cells that may hold dates, row by row: the first telling one decides. */
export function dateCellsOf(table: PlanTable, columns: PlanDraft['columns']): string[] {
  const dates = dateColumns(columns)
  return table.rows.flatMap(({ cells }) => dates.map((column) => cells[column] ?? ''))
}

function dateColumns(columns: PlanDraft['columns']): number[] {
  return dateFields.flatMap((field) => {
    const place = columns[field]
    return place ? [place.column_number - 1] : []
  })
}
