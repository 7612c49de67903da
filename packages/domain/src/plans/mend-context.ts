import { dateCellsOf } from './date-order.ts'
import { type FixedTimeReader, fixedTimeReader } from './fixed-time.ts'
import type { PlanColumn, PlanField } from './plan-columns.ts'
import type { PlanDraft } from './plan-draft.ts'
import { type PlanTable, rowIndex } from './plan-table.ts'
import { labelOf } from './task-labels.ts'
import { isTaskNumber } from './task-numbers.ts'
import { type DateOrder, dateOrderOf } from './wall-clock.ts'

/** What a mend may lean on besides the file. */
export interface MendOptions {
  /** IANA name of the runbook's zone. */
  timezone: string
  /** The scheduled start, ISO 8601: days of fixed times that have none follow it. */
  startScheduled?: string | null
  /** Names of the task types that may be used. */
  taskTypes?: readonly string[]
  /** Names of the teams of the runbook. */
  teams?: readonly string[]
}

/** A problem that has a row, as far as the rules of mending look at it. */
export interface RowProblem {
  code: string
  line: number
  /** From 0. */
  column: number
  field: PlanField
  /** The cell without the spaces around it. */
  value: string
  /** The particulars of the code, where they are known. */
  about: Readonly<Record<string, unknown>>
}

/** A file while repairs of its problems are sought; what takes a pass over the rows is found when first asked for. */
export class MendContext {
  readonly table: PlanTable
  readonly options: MendOptions
  readonly #columns: PlanDraft['columns']
  #labels: Set<string> | undefined
  #nextNumber: number | undefined
  #dates: { order: DateOrder; read: FixedTimeReader } | undefined

  constructor(table: PlanTable, columns: PlanDraft['columns'], options: MendOptions) {
    this.table = table
    this.options = options
    this.#columns = columns
  }

  /** The position of the column that holds a field, from 0. */
  column(field: PlanColumn): number | undefined {
    const place = this.#columns[field]
    return place && place.column_number - 1
  }

  /** The cell without the spaces around it; empty where there is none. */
  cell(line: number, column: number | undefined): string {
    const row = this.table.rows[rowIndex(this.table, line)]
    return column === undefined ? '' : (row?.cells[column] ?? '').trim()
  }

  /** Every label that a row has. */
  get labels(): ReadonlySet<string> {
    this.#labels ??= new Set(this.#cellsOf('label').map(labelOf))
    return this.#labels
  }

  /** A number that no row has as its label, another each time. */
  nextNumber(): string {
    if (this.#nextNumber === undefined) {
      let greatest = 0
      for (const label of this.labels) if (isTaskNumber(label)) greatest = Math.max(greatest, Number(label))
      this.#nextNumber = greatest + 1
    }
    // Where the greatest number is taken already, the small ones that are free.
    if (!isTaskNumber(String(this.#nextNumber))) this.#nextNumber = 1
    while (this.labels.has(String(this.#nextNumber))) this.#nextNumber += 1
    this.#nextNumber += 1
    return String(this.#nextNumber - 1)
  }

  /** How the file writes dates, and the reader of its fixed times. */
  get dates(): { order: DateOrder; read: FixedTimeReader } {
    if (!this.#dates) {
      const order = dateOrderOf(dateCellsOf(this.table, this.#columns))
      this.#dates = { order, read: fixedTimeReader(this.options.timezone, order) }
    }
    return this.#dates
  }

  /** The nearest value of a field in a row above. */
  above(line: number, field: PlanColumn): string | undefined {
    const column = this.column(field)
    if (column === undefined) return undefined
    for (let at = rowIndex(this.table, line) - 1; at >= 0; at -= 1) {
      const value = (this.table.rows[at]!.cells[column] ?? '').trim()
      if (value !== '') return value
    }
    return undefined
  }

  #cellsOf(field: PlanColumn): string[] {
    const column = this.column(field)
    return column === undefined ? [] : this.table.rows.map(({ cells }) => cells[column] ?? '')
  }
}
