import { type CsvFault, problem, refuse } from '@runsheet/contract'
import type { PlanRow, PlanTable } from './plan-table.ts'
import { collectProblems, type PlanProblems, planPlace } from './problem-list.ts'

/** No file of more rows is brought in, and no plan of more tasks: one event could not tell it any more. */
const TASKS_AT_MOST = 50_000

/** What the rows of a file are. */
export type CsvRows = 'tasks' | 'people'

/** More rows than a spreadsheet has are not read to the end, also where most of them are empty. */
const ROWS_AT_MOST = 1_048_576

// Node and browsers both have it, and the types of neither are known here.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string }

/** What separates the cells of a file. */
export type CsvDelimiter = ',' | ';' | '\t'

/** Where a spreadsheet is told the delimiter before the header. */
const DELIMITER_LINE = /^sep=([,;\t])(?:\r\n|\n|\r|$)/i

/** A file in rows and cells, with what separated its cells. */
export interface ParsedCsv {
  table: PlanTable
  delimiter: CsvDelimiter
}

/**
 * Reads CSV (RFC 4180) in UTF-8, with or without byte order mark. The header decides whether commas, semicolons or
 * tabs separate; lines end with CR LF, LF or CR. A row may leave out empty cells at its end. Lines without anything
 * on them are skipped.
 *
 * @param tasksThere how many tasks the plan has already
 * @param rows what they are
 * @returns the table and what separated its cells, or `invalid_csv` problems with their lines: text that is not UTF-8
 *   or has a NUL, a quotation mark that is not closed or stands inside a value, more cells than the header, no header
 * @throws {AppError} 422 `too_long` when the plan would have more than 50 000 tasks
 */
export function parseCsv(
  file: Uint8Array | string,
  tasksThere = 0,
  rows: CsvRows = 'tasks',
): ParsedCsv | PlanProblems {
  const parsed = parseWideCsv(file, tasksThere, rows)
  if ('problems' in parsed) return parsed
  const wide = wideRows(parsed.table)
  return wide.total > 0 ? wide : parsed
}

/** Reads CSV as {@link parseCsv} does, rows with more cells than the header included: a person may mend those. */
export function parseWideCsv(
  file: Uint8Array | string,
  tasksThere = 0,
  what: CsvRows = 'tasks',
): ParsedCsv | PlanProblems {
  const text = decoded(file)
  if (typeof text !== 'string') return invalid('encoding', text.line)

  const told = DELIMITER_LINE.exec(text)
  const start = told?.[0].length ?? 0
  const delimiter = (told?.[1] as CsvDelimiter | undefined) ?? delimiterOf(text)
  const records = readRecords(
    text,
    { start, line: told ? 2 : 1 },
    delimiter,
    TASKS_AT_MOST - tasksThere,
    what,
  )
  if ('fault' in records) return invalid(records.fault, records.line)

  const [header, ...rows] = records.records
  if (!header) return invalid('empty', 1)
  if (header.cells.every((cell) => cell.trim() === '')) return invalid('header', header.line)
  return { table: { header: header.cells, header_line: header.line, rows }, delimiter }
}

/** The rows with more cells than the header that are not empty, as `invalid_csv` problems. */
export function wideRows({ header, rows }: PlanTable): PlanProblems {
  const problems = collectProblems()
  for (const { line, cells } of rows) {
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ''))
      problems.add(problem('invalid_csv', { fault: 'columns', line }, planPlace({ line })))
  }
  return problems.report()
}

function invalid(fault: CsvFault, line: number): PlanProblems {
  return { problems: [problem('invalid_csv', { fault, line }, planPlace({ line }))], total: 1 }
}

/** The text without byte order mark, or the first line that is not text. */
function decoded(file: Uint8Array | string): string | { line: number } {
  let text: string
  if (typeof file === 'string') text = file.replace(/^\uFEFF/, '')
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(file)
    } catch {
      return { line: firstUndecodableLine(file) }
    }
  }
  const nul = text.indexOf('\0')
  return nul === -1 ? text : { line: 1 + lineBreaks(text.slice(0, nul)) }
}

function firstUndecodableLine(bytes: Uint8Array): number {
  // No multi-byte sequence of UTF-8 contains the byte of a line feed or a carriage return.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let from = 0
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte !== undefined && byte !== 10 && byte !== 13) continue
    if (byte === 10 && bytes[at - 1] === 13) {
      from = at + 1
      continue
    }
    try {
      decoder.decode(bytes.subarray(from, at))
    } catch {
      return line
    }
    line += 1
    from = at + 1
  }
  return line
}

/** The delimiter that separates most in the first line with anything on it, quoted text aside. */
function delimiterOf(text: string): CsvDelimiter {
  const counts = new Map<string, number>([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let isQuoted = false
  let isBlank = true
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    const isLineBreak = !isQuoted && (character === '\n' || character === '\r')
    if (isLineBreak && !isBlank) break
    if (!isLineBreak) isBlank = false
    const count = counts.get(character)
    if (!isQuoted && count !== undefined) counts.set(character, count + 1)
  }
  return [...counts].reduce((best, candidate) =>
    candidate[1] > best[1] ? candidate : best,
  )[0] as CsvDelimiter
}

type Records = { records: PlanRow[] } | { fault: CsvFault; line: number }

/**
 * Splits the text into records. Written by hand because csv-parse (7.0) counts CR LF inside quotes as two lines and
 * tells where a record ends, not where it begins or which quotation mark was left open.
 */
function readRecords(
  text: string,
  { start, line: firstLine }: { start: number; line: number },
  delimiter: string,
  tasksAtMost: number,
  what: CsvRows,
): Records {
  const records: PlanRow[] = []
  let filled = 0
  let line = firstLine
  let at = start
  while (at < text.length) {
    const cells: string[] = []
    const record: PlanRow = { line, cells }
    let isEnded = false
    while (!isEnded) {
      if (text[at] === '"') {
        const end = closingQuote(text, at + 1)
        if (end === -1) return { fault: 'quote', line }
        const cell = text.slice(at + 1, end).replaceAll('""', '"')
        cells.push(cell)
        line += lineBreaks(cell)
        at = end + 1
      } else {
        const end = endOfCell(text, at, delimiter)
        if (text[end] === '"') return { fault: 'quote', line }
        cells.push(text.slice(at, end))
        at = end
      }

      const next = text[at]
      if (next === delimiter) at += 1
      else if (next === undefined) isEnded = true
      else if (next === '\r' || next === '\n') {
        at += next === '\r' && text[at + 1] === '\n' ? 2 : 1
        line += 1
        isEnded = true
      } else return { fault: 'quote', line }
    }
    if (cells.length === 1 && cells[0] === '') continue
    records.push(record)
    if (cells.some((cell) => cell.trim() !== '')) filled += 1
    // The first is the header.
    if (filled > tasksAtMost + 1 || records.length > ROWS_AT_MOST)
      throw refuse('too_long', { name: what, limit: TASKS_AT_MOST, unit: 'items' })
  }
  return { records }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** Where the unquoted cell ends; a quotation mark ends it too, and is a fault there. */
function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from
  for (; at < text.length; at += 1) {
    const character = text[at]
    if (character === delimiter || character === '\n' || character === '\r' || character === '"') break
  }
  return at
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
