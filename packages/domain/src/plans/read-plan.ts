import { dateCellsOf } from './date-order.ts'
import { fixedTimeReader } from './fixed-time.ts'
import { linkTasks } from './link-tasks.ts'
import type { PlanField } from './plan-columns.ts'
import type { DraftStream, DraftTask, PlanDraft } from './plan-draft.ts'
import type { PlanTable } from './plan-table.ts'
import { collectProblems, type PlanProblems } from './problem-list.ts'
import { readRow } from './read-row.ts'
import { type PlanMapping, type ResolvedColumns, resolveColumns } from './resolve-columns.ts'
import { RowCells } from './row-cells.ts'
import { isTaskNumber } from './task-numbers.ts'
import { dateOrderOf } from './wall-clock.ts'

export interface ReadPlanOptions {
  mapping?: PlanMapping
  /** IANA name of the runbook's zone, for times that name none. */
  timezone: string
}

/** What a file holds, with what is wrong in it. */
export interface ReviewedPlan extends PlanProblems {
  /**
   * The plan as far as it can be read: what is wrong is empty in it, predecessors that are not there are left out, and
   * of tasks that wait for each other only the links to earlier rows are kept. Null without a column of titles.
   */
  draft: PlanDraft | null
}

/**
 * Reads a plan from the rows of a file: all of it, or else every problem that it has, with line and column. The rows
 * may come in any order, and so may the columns. Rows without any value are skipped.
 *
 * Dates written like 01/03/2026 have the day first, unless another date of the file shows the contrary.
 */
export function readPlan(table: PlanTable, options: ReadPlanOptions): { draft: PlanDraft } | PlanProblems {
  const { draft, problems, total } = reviewPlan(table, options)
  return draft && total === 0 ? { draft } : { problems, total }
}

/** Reads a plan as {@link readPlan} does, and also what can be read of a file with problems. */
export function reviewPlan(table: PlanTable, options: ReadPlanOptions): ReviewedPlan {
  const problems = collectProblems()
  const columns = resolveColumns(table, options.mapping ?? {}, problems)
  // Without titles every row would be a problem, and the missing column is the one to correct.
  if (!columns.documented.name) return { draft: null, ...problems.report() }

  const places = draftColumns(columns)
  const fixedTime = fixedTimeReader(options.timezone, dateOrderOf(dateCellsOf(table, places)))
  const rows = table.rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => readRow(new RowCells(row, columns, problems), fixedTime))
  linkTasks(rows, columns, problems)

  const tasks = rows.map(({ task }) => task)
  const labels = tasks.flatMap(({ label }) => label ?? [])
  const draft = {
    tasks,
    streams: streamsOf(tasks),
    labelsAreNumbers: labels.every(isTaskNumber),
    columns: places,
  }
  return { draft, ...problems.report() }
}

function streamsOf(tasks: readonly DraftTask[]): DraftStream[] {
  const parents = new Map<string, Set<string>>()
  for (const { stream, sub_stream } of tasks) {
    if (stream === null) continue
    let children = parents.get(stream)
    if (!children) parents.set(stream, (children = new Set()))
    if (sub_stream !== null) children.add(sub_stream)
  }
  return [...parents].flatMap(([name, children]) => [
    { name, parent: null },
    ...[...children].map((child) => ({ name: child, parent: name })),
  ])
}

function draftColumns({ documented, custom }: ResolvedColumns): PlanDraft['columns'] {
  const placed = [
    ...Object.entries(documented),
    ...custom.map((column) => [`custom_field:${column.field.name}`, column] as const),
  ]
  return Object.fromEntries(
    placed.map(([field, { header, index }]) => [
      field as PlanField,
      { column: header, column_number: index + 1 },
    ]),
  )
}
