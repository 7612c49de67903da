import { type About, type ErrorCode, formats, isBlank, isLonger, type Problem } from '@runsheet/contract'
import { unguardFormula } from './cell-text.ts'
import { type PlanColumn, planColumnTitles } from './plan-columns.ts'
import type { PlanRow } from './plan-table.ts'
import { type ProblemList, planPlace } from './problem-list.ts'
import type { Column, ResolvedColumns } from './resolve-columns.ts'

const NAME_LENGTH = 255

/** One row while it is read: its cells by field, and its problems with their places. */
export class RowCells {
  readonly line: number
  readonly columns: ResolvedColumns
  readonly #cells: readonly string[]
  readonly #problems: ProblemList

  constructor(row: PlanRow, columns: ResolvedColumns, problems: ProblemList) {
    this.line = row.line
    this.columns = columns
    this.#cells = row.cells
    this.#problems = problems
  }

  column(field: PlanColumn): Column | undefined {
    return this.columns.documented[field]
  }

  /** The heading of the field as the file writes it, else the documented one. */
  heading(field: PlanColumn): string {
    return this.column(field)?.header ?? planColumnTitles[field]
  }

  /** The cell as written; empty where there is none. */
  raw(column: Column | undefined): string {
    return column ? unguardFormula(this.#cells[column.index] ?? '') : ''
  }

  /** The cell without the spaces around it. */
  trimmed(field: PlanColumn): string {
    return this.raw(this.column(field)).trim()
  }

  /** A name, one line without the spaces around it; null when it shows nothing. */
  name(field: PlanColumn): string | null {
    const value = this.trimmed(field)
    if (isBlank(value)) return null
    this.checkName(field, value)
    return value
  }

  checkName(field: PlanColumn, value: string): void {
    this.checkLength(this.column(field), value, NAME_LENGTH)
    if (!formats.line.test(value)) {
      const about = { name: this.heading(field), expected: 'one of the documented forms' } as const
      this.refuse('invalid_format', about, this.column(field))
    }
  }

  /** Text exactly as written; null when it shows nothing. */
  text(column: Column | undefined, limit: number): string | null {
    const value = this.raw(column)
    if (isBlank(value)) return null
    this.checkLength(column, value, limit)
    return value
  }

  checkLength(column: Column | undefined, value: string, limit: number): void {
    if (isLonger(value, limit)) this.refuse('too_long', { name: column?.header ?? '', limit }, column)
  }

  refuse<C extends ErrorCode>(code: C, about: About<C>, column: Column | undefined): void {
    const place = column && { column: column.header, column_number: column.index + 1 }
    const found: Problem = { code, about, ...planPlace({ line: this.line, ...place }) }
    this.#problems.add(found)
  }
}
