/** Rows and cells of a file, whatever its format. Never changed: a change makes a table that shares the other rows. */
export interface PlanTable {
  readonly header: readonly string[]
  /** 1 where it is not given. */
  readonly header_line?: number
  /** By ascending line. */
  readonly rows: readonly PlanRow[]
}

/** Cells that are missing at the end of a row are empty. */
export interface PlanRow {
  /** Where the row begins, in lines of the file from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The index of the row that begins on a line of the file, by halving; -1 where none does. */
export function rowIndex({ rows }: PlanTable, line: number): number {
  let first = 0
  let last = rows.length - 1
  while (first <= last) {
    const middle = (first + last) >> 1
    const found = rows[middle]!.line
    if (found === line) return middle
    if (found < line) first = middle + 1
    else last = middle - 1
  }
  return -1
}
