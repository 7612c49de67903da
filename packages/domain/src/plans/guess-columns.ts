import { parseDuration } from '../durations/duration.ts'
import { guessByWords } from './heading-words.ts'
import {
  customFieldOf,
  guessColumn,
  isOutputHeading,
  type PlanColumn,
  type PlanField,
} from './plan-columns.ts'
import type { PlanTable } from './plan-table.ts'
import type { PlanMapping } from './resolve-columns.ts'

/** A column of a file, and what it is taken for. */
export interface ColumnGuess {
  /** From 0. */
  index: number
  /** Without the spaces around it; empty where there is none. */
  heading: string
  /** The first cell that is not empty, without the spaces around it. */
  example: string | null
  /** Null: not imported. */
  field: PlanField | null
  /**
   * `known`: the documented heading or one that an import knows without being told. `guessed`: close to one, so a
   * person should look. `unknown`: nothing like it. `computed`: a column of an export that is not read back.
   * `chosen`: a person said so.
   */
  certainty: 'known' | 'guessed' | 'unknown' | 'computed' | 'chosen'
}

export interface GuessOptions {
  /** Names of the custom fields that tasks may have: a heading that is one of them is taken for it. */
  customFields?: readonly string[]
}

/** How many values are looked at before a guess. */
const SAMPLE = 20

/**
 * The table with every heading once, as a mapping needs it: a repeated one gets its place among them (`Notes (2)`),
 * one without text above values the number of its column (`#5`).
 */
export function uniqueHeadings(table: PlanTable): PlanTable {
  const seen = new Set<string>()
  const taken = new Set(table.header.map((heading) => heading.trim()))
  const header = table.header.map((written, index) => {
    const heading = written.trim()
    if (heading === '' && samples(table, index, 1).length === 0) return written
    const wanted = heading || `#${index + 1}`
    let unique = wanted
    for (let count = 2; seen.has(unique) || (unique !== heading && taken.has(unique)); count += 1)
      unique = `${wanted} (${count})`
    seen.add(unique)
    return unique === heading ? written : unique
  })
  return header.every((heading, index) => heading === table.header[index]) ? table : { ...table, header }
}

/**
 * What each column seems to hold. Headings that an import knows decide first; then, for fields that are still free,
 * headings close to them by their words, where only one field fits and some values can be read. Each field is given
 * once, to the first column that means it.
 */
export function guessColumns(table: PlanTable, options: GuessOptions = {}): ColumnGuess[] {
  const headings = table.header.map((heading) => heading.trim())
  const outputs = headings.findIndex(isOutputHeading)
  const columns = headings.map((heading, index): ColumnGuess => {
    const isComputed = outputs !== -1 && index >= outputs
    const example = samples(table, index, 1)[0] ?? null
    return { index, heading, example, field: null, certainty: isComputed ? 'computed' : 'unknown' }
  })
  const free = columns.filter(({ certainty }) => certainty === 'unknown')
  const taken = new Set<PlanField>()
  const give = (column: ColumnGuess, field: PlanField | undefined, certainty: ColumnGuess['certainty']) => {
    if (field === undefined || taken.has(field) || column.field !== null) return
    column.field = field
    column.certainty = certainty
    taken.add(field)
  }

  for (const column of free) give(column, knownField(column.heading), 'known')
  const names = new Map(options.customFields?.map((name) => [name.trim().toLowerCase(), name]))
  for (const column of free) {
    const name = names.get(column.heading.toLowerCase())
    give(column, name === undefined ? undefined : `custom_field:${name}`, 'guessed')
  }
  for (const column of free) {
    const field = guessByWords(column.heading)
    if (field && isReadable(field, samples(table, column.index, SAMPLE))) give(column, field, 'guessed')
  }
  return columns
}

/** The mapping that says to the server what the screen says, column by column. */
export function mappingOf(columns: readonly ColumnGuess[]): PlanMapping {
  return Object.fromEntries(
    columns.flatMap(({ heading, field, example }) =>
      heading === '' && example === null ? [] : [[heading, field] as const],
    ),
  )
}

/** The columns after a person chose what one of them holds, null for nothing; another that held it is left out. */
export function chooseField(
  columns: readonly ColumnGuess[],
  index: number,
  field: PlanField | null,
): ColumnGuess[] {
  return columns.map((column) => {
    if (column.index === index) return { ...column, field, certainty: 'chosen' }
    return field !== null && column.field === field ? { ...column, field: null, certainty: 'chosen' } : column
  })
}

function knownField(heading: string): PlanField | undefined {
  const column = guessColumn(heading)
  if (column) return column
  const custom = customFieldOf(heading)
  return custom && `custom_field:${custom.name}${custom.id === null ? '' : ` [${custom.id}]`}`
}

/** Whether the values do not speak against the field. */
function isReadable(field: PlanColumn, values: readonly string[]): boolean {
  return (
    field !== 'duration' || values.length === 0 || values.some((value) => parseDuration(value) !== undefined)
  )
}

function samples({ rows }: PlanTable, index: number, atMost: number): string[] {
  const found: string[] = []
  for (const { cells } of rows) {
    const value = (cells[index] ?? '').trim()
    if (value === '') continue
    found.push(value)
    if (found.length === atMost) break
  }
  return found
}
