import type { ColumnGuess, PlanField, PlanRow } from '@runsheet/domain'
import type { ImportWork } from './import-work.ts'
import { hasText } from './read-import-file.ts'
import type { Finding } from './review-import.ts'

/** The fields that have a column in the table of rows; others are shown where something is wrong with them. */
export const rowFields = ['label', 'name', 'stream', 'predecessors', 'duration', 'team'] as const
export type RowField = (typeof rowFields)[number]

/** A row of the file as it is shown. */
export interface RowView {
  readonly line: number
  /** As they would be sent; of a row that stays out as they are. */
  readonly cells: readonly string[]
  readonly isOut: boolean
  readonly findings: readonly Finding[]
}

const none: readonly Finding[] = []

/** The findings by line, without those whose cell was changed since. */
export function standingFindings(
  findings: readonly Finding[],
  cellsOf: (line: number) => readonly string[] | undefined,
): ReadonlyMap<number, readonly Finding[]> {
  const byLine = new Map<number, Finding[]>()
  for (const finding of findings) {
    if (finding.line === null) continue
    const cells = cellsOf(finding.line)
    if (!cells) continue
    if (finding.column !== null && (cells[finding.column] ?? '') !== finding.value) continue
    const listed = byLine.get(finding.line)
    if (listed) listed.push(finding)
    else byLine.set(finding.line, [finding])
  }
  return byLine
}

/** All rows with anything on them, in the order of the file. */
export function rowViews(
  { table, leftOut }: ImportWork,
  kept: ReadonlyMap<number, PlanRow>,
  findings: ReadonlyMap<number, readonly Finding[]>,
): readonly RowView[] {
  return table.rows.filter(hasText).map((row) => {
    const isOut = leftOut.has(row.line)
    const cells = isOut ? row.cells : (kept.get(row.line)?.cells ?? row.cells)
    return { line: row.line, cells, isOut, findings: isOut ? none : (findings.get(row.line) ?? none) }
  })
}

/** The position of each field of the table of rows in the file, from 0. */
export type FieldColumns = Readonly<Partial<Record<PlanField, number>>>

export const fieldColumns = (columns: readonly ColumnGuess[]): FieldColumns =>
  Object.fromEntries(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])))

/** The line of the next row with something wrong, from the one after `line` on and round to the first. */
export function nextWrong(rows: readonly RowView[], line: number | null): RowView | undefined {
  const wrong = rows.filter(({ findings }) => findings.length > 0)
  return wrong.find((row) => line === null || row.line > line) ?? wrong[0]
}
