import { problem } from '@runsheet/contract'
import {
  customFieldOf,
  type FieldColumn,
  fieldOf,
  guessColumn,
  isOutputHeading,
  type PlanColumn,
  planColumns,
  planColumnTitles,
} from './plan-columns.ts'
import type { PlanTable } from './plan-table.ts'
import { type PlanPlace, type ProblemList, planPlace } from './problem-list.ts'

/** A column that is read: its position, and its header as written. */
export interface Column {
  index: number
  header: string
}

export interface ResolvedColumns {
  documented: Partial<Record<PlanColumn, Column>>
  custom: (Column & { field: FieldColumn })[]
}

/** What people choose for columns: header as written → field, or null to leave the column out. */
export type PlanMapping = Readonly<Record<string, string | null>>

/**
 * Says for each column what it holds. The mapping decides first; other columns are known by their headings, up to the
 * computed ones, which are left out. Nothing else is left out silently: a column that is neither known nor mapped to
 * null is a problem, unless it has no heading and no values.
 */
export function resolveColumns(
  table: PlanTable,
  mapping: PlanMapping,
  problems: ProblemList,
): ResolvedColumns {
  const headers = table.header.map((header) => header.trim())
  const chosen = chosenFields(mapping, headers, problems)
  const outputsFrom = headers.findIndex(isOutputHeading)
  const resolved: ResolvedColumns = { documented: {}, custom: [] }

  for (const [index, header] of headers.entries()) {
    const choice = chosen.get(header)
    const isComputed = outputsFrom !== -1 && index >= outputsFrom
    if (choice === null || (choice === undefined && isComputed)) continue
    const field = choice ?? guessColumn(header) ?? customFieldOf(header)
    const place = columnPlace(table, { index, header })
    if (field !== undefined) {
      if (assign(resolved, field, { index, header })) continue
      const value = typeof field === 'string' ? planColumnTitles[field] : field.name
      problems.add(problem('taken', { name: header, value }, planPlace(place)))
    } else if (header !== '' || table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) {
      const name = header === '' ? `#${index + 1}` : header
      problems.add(
        problem('unknown_column', { name, allowed: Object.values(planColumnTitles) }, planPlace(place)),
      )
    }
  }

  if (!resolved.documented.name) {
    const place = planPlace({ line: table.header_line ?? 1 })
    problems.add(problem('missing_attribute', { name: planColumnTitles.name }, place))
  }
  return resolved
}

/** The mapping with its fields read; what it gets wrong is a problem of the parameter. */
function chosenFields(mapping: PlanMapping, headers: readonly string[], problems: ProblemList) {
  const chosen = new Map<string, PlanColumn | FieldColumn | null>()
  const present = new Set(headers)
  const where = { parameter: 'mapping' }
  for (const [key, target] of Object.entries(mapping)) {
    const header = key.trim()
    const field = target === null ? null : fieldOf(target)
    if (!present.has(header)) {
      problems.add(problem('unknown_column', { name: key, allowed: headers.filter(Boolean) }, where))
    }
    if (field === undefined) {
      const allowed = [...planColumns, 'custom_field:<name>']
      problems.add(problem('unknown_column', { name: target ?? '', allowed }, where))
    }
    // A column whose target is unknown is not judged a second time by its heading.
    chosen.set(header, field ?? null)
  }
  return chosen
}

/** Gives the column its field; false when another column has it already. */
function assign(resolved: ResolvedColumns, field: PlanColumn | FieldColumn, column: Column): boolean {
  if (typeof field === 'string') {
    if (resolved.documented[field]) return false
    resolved.documented[field] = column
    return true
  }
  const isSame = (other: FieldColumn) =>
    other.id !== null && field.id !== null ? other.id === field.id : other.name === field.name
  if (resolved.custom.some((other) => isSame(other.field))) return false
  resolved.custom.push({ ...column, field })
  return true
}

function columnPlace(table: PlanTable, { index, header }: Column): PlanPlace {
  return { line: table.header_line ?? 1, column: header, column_number: index + 1 }
}
