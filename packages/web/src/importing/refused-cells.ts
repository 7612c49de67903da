import type { ErrorProblem } from '@runsheet/client'
import type { PlanTable } from '@runsheet/domain'
import { cellAt, type Refused } from './review-import.ts'

/**
 * The refusals of the server that have a row, with the cells as they were when they were refused. The others speak of
 * the file or the runbook as a whole.
 *
 * @param table what was sent, or a table with the same rows
 */
export function refusedCells(table: PlanTable, problems: readonly ErrorProblem[]): Refused[] {
  return problems.flatMap(({ code, detail, meta }) => {
    const line = meta?.['line']
    const value = typeof line === 'number' ? cellAt(table, line, meta?.['column_number']) : undefined
    return value === undefined ? [] : [{ code, detail, meta, value }]
  })
}
