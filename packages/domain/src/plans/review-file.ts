import type { Problem } from '@runsheet/contract'
import { type LinkColumns, leaveOutRows } from './apply-mend.ts'
import type { Mend } from './mend.ts'
import { MendContext, type MendOptions } from './mend-context.ts'
import { wideRows } from './parse-csv.ts'
import type { PlanField } from './plan-columns.ts'
import type { PlanDraft } from './plan-draft.ts'
import { type PlanTable, rowIndex } from './plan-table.ts'
import { type ReadPlanOptions, type ReviewedPlan, reviewPlan } from './read-plan.ts'
import { suggestMends } from './suggest-mends.ts'

/** A problem of a file, found here or answered by the server: its code and place are what counts. */
export interface PlacedProblem {
  code: string
  about?: unknown
  meta?: Readonly<Record<string, unknown>> | undefined
}

/** A problem at its cell, with what would repair it. */
export interface PlanFinding<P extends PlacedProblem = Problem> {
  /** As it was found or answered, for its text. */
  problem: P
  /** Of the file; null for a problem of the mapping. A problem of the columns has that of the header. */
  line: number | null
  /** From 0; null for a problem of the whole row or file. */
  column: number | null
  /** What the column holds; null where it holds nothing. */
  field: PlanField | null
  /** The cell as written, or the heading; empty where there is none. */
  value: string
  /** The likeliest first; empty where only a person can say. Each by itself removes the problem. */
  mends: Mend[]
}

export interface FileReview {
  /** See `reviewPlan`: the plan as far as it can be read; null without a column of titles. */
  draft: PlanDraft | null
  /** The first thousand, by line. */
  findings: PlanFinding[]
  /** How many problems there are in all. */
  total: number
  columns: LinkColumns
}

export type ReviewOptions = ReadPlanOptions & MendOptions

/**
 * Reads a file, with every problem at its cell and repairs for it; that a row has more cells than the header is a
 * problem of the row.
 */
export function reviewFile(table: PlanTable, options: ReviewOptions): FileReview {
  const { draft, problems, total } = problemsOf(table, options)
  return {
    draft,
    findings: placeProblems(table, draft, problems, options),
    total,
    columns: linkColumns(draft),
  }
}

/**
 * Puts problems at the cells of a table: those of `reviewPlan`, or the errors that the server answered to it.
 *
 * @param draft what was read of the same table
 */
export function placeProblems<P extends PlacedProblem>(
  table: PlanTable,
  draft: PlanDraft | null,
  problems: readonly P[],
  options: MendOptions,
): PlanFinding<P>[] {
  const context = new MendContext(table, draft?.columns ?? {}, options)
  const fields = new Map(
    Object.entries(draft?.columns ?? {}).map(([field, place]) => [
      (place?.column_number ?? 0) - 1,
      field as PlanField,
    ]),
  )
  return problems.map((problem) => {
    const { line, column_number } = problem.meta ?? {}
    const place = {
      line: typeof line === 'number' ? line : null,
      column: typeof column_number === 'number' ? column_number - 1 : null,
    }
    const field = place.column === null ? null : (fields.get(place.column) ?? null)
    const row = place.line === null ? undefined : table.rows[rowIndex(table, place.line)]
    const cells = row?.cells ?? table.header
    const value = (place.column === null ? undefined : cells[place.column]) ?? ''
    const finding: PlanFinding<P> = { problem, ...place, field, value, mends: [] }
    if (row && place.column === null) finding.mends.push({ kind: 'leave_out_row', line: row.line })
    if (row && place.column !== null && field !== null) {
      const { code } = problem
      const about = aboutOf(problem)
      finding.mends = suggestMends(
        { code, line: row.line, column: place.column, field, value: value.trim(), about },
        context,
      )
    }
    return finding
  })
}

/** The columns by which the rows of a file name each other. */
export function linkColumns(draft: PlanDraft | null): LinkColumns {
  const at = (field: 'label' | 'predecessors') => {
    const place = draft?.columns[field]
    return place && place.column_number - 1
  }
  return { label: at('label'), predecessors: at('predecessors') }
}

/**
 * The table without the rows that have problems, and without those that have some once the first are gone.
 *
 * @returns the lines left out, in ascending order
 */
export function leaveOutWrongRows(
  table: PlanTable,
  options: ReadPlanOptions,
): { table: PlanTable; lines: number[] } {
  const left = new Set<number>()
  let rest = table
  // Each round leaves out a row at least, or is the last.
  for (;;) {
    const { draft, problems } = problemsOf(rest, options)
    const wrong = problems.flatMap(({ meta }) => {
      const line = meta?.['line']
      return typeof line === 'number' && rowIndex(rest, line) !== -1 ? [line] : []
    })
    if (wrong.length === 0) return { table: rest, lines: [...left].sort((a, b) => a - b) }
    for (const line of wrong) left.add(line)
    rest = leaveOutRows(rest, wrong, linkColumns(draft))
  }
}

/** The plan with its problems by line; that a row is too wide comes first, since its cells may stand in wrong columns. */
function problemsOf(table: PlanTable, options: ReadPlanOptions): ReviewedPlan {
  const wide = wideRows(table)
  const { draft, problems, total } = reviewPlan(table, options)
  const lineOf = ({ meta }: Problem) => (typeof meta?.['line'] === 'number' ? meta['line'] : 0)
  const byLine = [...wide.problems, ...problems].sort((a, b) => lineOf(a) - lineOf(b))
  return { draft, problems: byLine, total: wide.total + total }
}

/** The particulars of a problem found here; of the server's errors what `meta` says of them. */
function aboutOf({ about, meta }: PlacedProblem): Readonly<Record<string, unknown>> {
  if (typeof about === 'object' && about !== null) return about as Readonly<Record<string, unknown>>
  return typeof meta?.['value'] === 'string' ? { id: meta['value'] } : {}
}
