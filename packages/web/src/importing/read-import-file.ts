import { AppError, type Problem } from '@runsheet/contract'
import { type CsvDelimiter, type PlanTable, parseWideCsv, uniqueHeadings } from '@runsheet/domain'

/** The greatest file that the server takes. */
export const FILE_BYTES_AT_MOST = 20 * 1024 * 1024

/** A file in rows and cells. */
export interface ImportFile {
  /** Null for rows that were pasted. */
  readonly name: string | null
  readonly delimiter: CsvDelimiter
  readonly table: PlanTable
}

export type ReadFile =
  | { readonly kind: 'read'; readonly file: ImportFile }
  | { readonly kind: 'too_large'; readonly name: string; readonly bytes: number }
  /** Nothing but a header, or not even that. */
  | { readonly kind: 'empty'; readonly name: string | null }
  /** The problem has the line. */
  | { readonly kind: 'unreadable'; readonly name: string | null; readonly problem: Problem }

/**
 * Reads a file that a person chose.
 *
 * @param tasksThere how many tasks the plan has already
 */
export async function readImportFile(file: File, tasksThere: number): Promise<ReadFile> {
  if (file.size > FILE_BYTES_AT_MOST) return { kind: 'too_large', name: file.name, bytes: file.size }
  return readRows(file.name, new Uint8Array(await file.arrayBuffer()), tasksThere)
}

/** Reads rows: the bytes of a file, or the text that a spreadsheet puts on the clipboard. */
export function readRows(name: string | null, content: Uint8Array | string, tasksThere: number): ReadFile {
  if (content.length === 0) return { kind: 'empty', name }
  try {
    const parsed = parseWideCsv(content, tasksThere)
    if ('problems' in parsed) {
      const [problem] = parsed.problems
      return problem ? { kind: 'unreadable', name, problem } : { kind: 'empty', name }
    }
    const table = uniqueHeadings(parsed.table)
    if (!table.rows.some(hasText)) return { kind: 'empty', name }
    return { kind: 'read', file: { name, delimiter: parsed.delimiter, table } }
  } catch (error) {
    const problem = error instanceof AppError ? error.problems[0] : undefined
    if (!problem) throw error
    return { kind: 'unreadable', name, problem }
  }
}

/** Whether anything stands on a row; rows without are not read. */
export const hasText = ({ cells }: { readonly cells: readonly string[] }): boolean =>
  cells.some((cell) => cell.trim() !== '')

/** Whether a text from the clipboard is rows of a spreadsheet: two lines at least, the first with several cells. */
export const isRows = (text: string): boolean => /^[^\n]*\t[^\n]*\n\s*\S/.test(text.replaceAll('\r', ''))

/** What a runbook made of a file is called: its name without the ending, words apart, the first letter large. */
export function runbookNameOf(fileName: string | null): string {
  const words = (fileName ?? '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_\s]+|-(?=[^\d\s])|(?<=[^\d\s])-/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
