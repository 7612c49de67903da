import {
  applyMend,
  type ColumnGuess,
  chooseField,
  type DateOrder,
  editCell,
  guessColumns,
  type LinkColumns,
  leaveOutRows,
  type Mend,
  type OpenDateOrder,
  openDateOrder,
  type PlanDraft,
  type PlanField,
  type PlanTable,
  readList,
  settleDateOrder,
  writeList,
} from '@runsheet/domain'

/** A file while a person makes it fit. Never changed: each step makes another that shares the other rows. */
export interface ImportWork {
  /** Every row of the file, with what was mended. */
  readonly table: PlanTable
  /** Lines of rows that stay out; they can be taken back. */
  readonly leftOut: ReadonlySet<number>
  readonly columns: readonly ColumnGuess[]
}

/** What a person does to a file before it is brought in. */
export type ImportStep =
  | { readonly kind: 'edit'; readonly line: number; readonly column: number; readonly value: string }
  | { readonly kind: 'mend'; readonly mend: Mend }
  | { readonly kind: 'leave_out'; readonly line: number }
  | { readonly kind: 'take_back'; readonly line: number }
  | { readonly kind: 'leave_out_teams'; readonly names: readonly string[] }
  | { readonly kind: 'choose_field'; readonly index: number; readonly field: PlanField | null }
  | { readonly kind: 'settle_dates'; readonly order: DateOrder }

/** The work, and what it was before each step. */
export interface ImportHistory {
  readonly work: ImportWork
  readonly past: readonly { readonly work: ImportWork; readonly step: ImportStep }[]
}

/** @param customFields names of the custom fields that tasks may have */
export function beginWork(table: PlanTable, customFields: readonly string[]): ImportHistory {
  const columns = guessColumns(table, { customFields })
  return { work: { table, leftOut: new Set(), columns }, past: [] }
}

/** The work after a step; the same where the step changes nothing. */
export function stepOn(history: ImportHistory, step: ImportStep): ImportHistory {
  const work = workAfter(history.work, step)
  return work === history.work ? history : { work, past: [...history.past, { work: history.work, step }] }
}

/** The work before the last step. */
export function stepBack(history: ImportHistory): ImportHistory {
  const last = history.past.at(-1)
  return last ? { work: last.work, past: history.past.slice(0, -1) } : history
}

/** The rows that will be sent: without those left out, for which no other row waits then. */
export const keptTable = ({ table, leftOut, columns }: ImportWork): PlanTable =>
  leftOut.size === 0 ? table : leaveOutRows(table, leftOut, linksOf(columns))

/** The position of the column that holds a field, from 0. */
export const columnOf = (columns: readonly ColumnGuess[], field: PlanField): number | undefined =>
  columns.find((column) => column.field === field)?.index

/** The question that the dates of the file ask, where nothing in it answers. */
export function openDates({ table, columns }: ImportWork): OpenDateOrder | null {
  const open = openDateOrder(table, placesOf(columns))
  return open && !open.isSure ? open : null
}

function workAfter(work: ImportWork, step: ImportStep): ImportWork {
  const { table, leftOut, columns } = work
  switch (step.kind) {
    case 'edit':
      return withTable(work, editCell(table, step.line, step.column, step.value))
    case 'mend':
      if (step.mend.kind === 'leave_out_row') return without(work, step.mend.line)
      return withTable(work, applyMend(table, step.mend, linksOf(columns)))
    case 'leave_out':
      return without(work, step.line)
    case 'take_back':
      return leftOut.has(step.line)
        ? { ...work, leftOut: new Set([...leftOut].filter((line) => line !== step.line)) }
        : work
    case 'leave_out_teams':
      return withTable(work, withoutTeams(work, step.names))
    case 'choose_field':
      return { ...work, columns: chooseField(columns, step.index, step.field) }
    default:
      return withTable(work, settleDateOrder(table, placesOf(columns), step.order))
  }
}

const withTable = (work: ImportWork, table: PlanTable): ImportWork =>
  table === work.table ? work : { ...work, table }

const without = (work: ImportWork, line: number): ImportWork =>
  work.leftOut.has(line) ? work : { ...work, leftOut: new Set([...work.leftOut, line]) }

function withoutTeams({ table, columns }: ImportWork, names: readonly string[]): PlanTable {
  const column = columnOf(columns, 'team')
  if (column === undefined) return table
  const leaving = new Set(names.map((name) => name.toLowerCase()))
  const rows = table.rows.map((row) => {
    const named = readList(row.cells[column] ?? '')
    const kept = named.filter((name) => !leaving.has(name.trim().toLowerCase()))
    if (kept.length === named.length) return row
    return { ...row, cells: row.cells.with(column, writeList(kept)) }
  })
  return { ...table, rows }
}

const linksOf = (columns: readonly ColumnGuess[]): LinkColumns => ({
  label: columnOf(columns, 'label'),
  predecessors: columnOf(columns, 'predecessors'),
})

function placesOf(columns: readonly ColumnGuess[]): PlanDraft['columns'] {
  return Object.fromEntries(
    columns.flatMap(({ field, heading, index }) =>
      field === null ? [] : [[field, { column: heading, column_number: index + 1 }] as const],
    ),
  )
}
