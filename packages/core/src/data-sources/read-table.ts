import { AppError, problem } from '@runsheet/contract'
import { parseCsv } from '@runsheet/domain'
import { planRefusal } from '../plans/import-plan.ts'

/** A file of records: its header, and the cells of each line in the order of the header. */
export interface SourceTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const COLUMNS_AT_MOST = 100
const NAME_AT_MOST = 255

/**
 * Reads the file of a data source: CSV in UTF-8 with a header that names each column once.
 *
 * @throws {AppError} 400 `invalid_csv` for what is no CSV or names no columns, 422 `too_long`, `taken`
 */
export function readTable(file: Uint8Array): SourceTable {
  const parsed = parseCsv(file)
  if ('problems' in parsed) throw planRefusal(parsed)
  const { header, header_line, rows } = parsed.table
  const columns = header.map((name) => name.trim())
  while (columns.at(-1) === '') columns.pop()
  if (columns.includes(''))
    throw new AppError(problem('invalid_csv', { fault: 'header', line: header_line ?? 1 }))
  if (columns.length > COLUMNS_AT_MOST)
    throw new AppError(problem('too_long', { name: 'columns', limit: COLUMNS_AT_MOST, unit: 'items' }))
  for (const [at, value] of columns.entries()) {
    if (value.length > NAME_AT_MOST)
      throw new AppError(
        problem('too_long', { name: `columns/${at}`, limit: NAME_AT_MOST, unit: 'characters' }),
      )
    if (columns.indexOf(value) < at) throw new AppError(problem('taken', { name: 'columns', value }))
  }
  return { columns, rows: rows.map(({ cells }) => columns.map((_, at) => (cells[at] ?? '').trim())) }
}
