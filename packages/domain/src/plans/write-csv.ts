import type { CsvDelimiter } from './parse-csv.ts'
import type { PlanTable } from './plan-table.ts'

/** Also what separates in other files, so that the header never tells a wrong delimiter. */
const QUOTED = /^\uFEFF|[",;\t\r\n]/

/**
 * Writes a table as CSV (RFC 4180), lines ended by CR LF, so that `parseCsv` reads the same table. Empty lines stand
 * where rows were left out: each row begins on its own line of the file, unless cells before it got more lines.
 */
export function writeCsv(table: PlanTable, delimiter: CsvDelimiter = ','): string {
  let text = ''
  let line = 1
  for (const row of [{ line: table.header_line ?? 1, cells: table.header }, ...table.rows]) {
    while (line < row.line) {
      text += '\r\n'
      line += 1
    }
    for (const [index, cell] of row.cells.entries()) {
      if (index > 0) text += delimiter
      if (QUOTED.test(cell)) {
        text += `"${cell.replaceAll('"', '""')}"`
        line += cell.match(/\r\n|\n|\r/g)?.length ?? 0
      } else text += cell
    }
    text += '\r\n'
    line += 1
  }
  return text
}
