import { formats, type Problem, problem } from '@runsheet/contract'
import { readList, unguardFormula } from '../plans/cell-text.ts'
import { isOutputHeading } from '../plans/plan-columns.ts'
import type { PlanRow, PlanTable } from '../plans/plan-table.ts'
import { collectProblems, type PlanProblems, type ProblemList, planPlace } from '../plans/problem-list.ts'
import { type PeopleColumn, peopleColumnOf, peopleColumnTitles } from './people-columns.ts'

const NAME_LENGTH = 255

/** One line of a file of people: a person, and where it says so what the person is there, or a team of the person. */
export interface PersonRow {
  readonly line: number
  readonly email: string
  readonly role: string | null
  readonly streams: readonly string[]
  readonly team: string | null
}

/** Who is in a file, in the order of its lines. */
export interface PeopleFile {
  readonly rows: readonly PersonRow[]
  /** Where a column stands in a line, as a problem tells it. */
  readonly placeOf: (row: PersonRow, column: PeopleColumn) => { meta: Record<string, unknown> }
}

type Columns = Partial<Record<PeopleColumn, { readonly index: number; readonly header: string }>>

/**
 * Reads people from the rows of a file: all of them, or else every problem, with line and column. Columns may come in any
 * order; those after the heading `Output fields` are left out. Rows without any value are skipped.
 *
 * @param known the columns that may be there
 * @param needed those that must be, and have a value in each row
 */
export function readPeopleFile(
  table: PlanTable,
  known: readonly PeopleColumn[],
  needed: readonly PeopleColumn[],
): { readonly file: PeopleFile } | PlanProblems {
  const problems = collectProblems()
  const columns = findColumns(table, known, problems)
  for (const column of needed)
    if (!columns[column])
      problems.add(
        problem(
          'missing_attribute',
          { name: peopleColumnTitles[column] },
          planPlace({ line: table.header_line ?? 1 }),
        ),
      )
  if (problems.total > 0) return problems.report()

  const placeOf = ({ line }: Pick<PersonRow, 'line'>, column: PeopleColumn) =>
    planPlace({
      line,
      column: columns[column]?.header ?? peopleColumnTitles[column],
      ...(columns[column] ? { column_number: columns[column].index + 1 } : {}),
    })
  const seen = new Set<string>()
  const rows = table.rows.filter(isFilled).map((cells) => {
    const row = readRow(cells, columns)
    for (const found of problemsOf(row, needed, (column) => placeOf(row, column))) problems.add(found)
    const key = `${row.email.toLowerCase()}\n${row.team?.toLowerCase() ?? ''}`
    if (row.email !== '' && seen.has(key))
      problems.add(problem('taken', { name: 'email', value: row.email }, placeOf(row, 'email')))
    seen.add(key)
    return row
  })
  return problems.total > 0 ? problems.report() : { file: { rows, placeOf } }
}

const isFilled = ({ cells }: PlanRow) => cells.some((cell) => cell.trim() !== '')

function findColumns(table: PlanTable, known: readonly PeopleColumn[], problems: ProblemList): Columns {
  const columns: Columns = {}
  const line = table.header_line ?? 1
  for (const [index, written] of table.header.entries()) {
    const header = written.trim()
    if (isOutputHeading(header)) break
    const place = planPlace({ line, column: header, column_number: index + 1 })
    const column = peopleColumnOf(header)
    if (column === undefined || !known.includes(column)) {
      if (header === '' && table.rows.every(({ cells }) => (cells[index] ?? '').trim() === '')) continue
      const name = header === '' ? `#${index + 1}` : header
      const allowed = known.map((one) => peopleColumnTitles[one])
      problems.add(problem('unknown_column', { name, allowed }, place))
    } else if (columns[column])
      problems.add(problem('taken', { name: header, value: peopleColumnTitles[column] }, place))
    else columns[column] = { index, header }
  }
  return columns
}

function readRow({ line, cells }: PlanRow, columns: Columns): PersonRow {
  const text = (column: PeopleColumn) =>
    unguardFormula(cells[columns[column]?.index ?? -1] ?? '').trim() || null
  return {
    line,
    email: text('email') ?? '',
    role: text('role'),
    streams: readList(text('streams') ?? ''),
    team: text('team'),
  }
}

/** What is wrong with one row by itself. */
function problemsOf(
  row: PersonRow,
  needed: readonly PeopleColumn[],
  placeOf: (column: PeopleColumn) => { meta: Record<string, unknown> },
): Problem[] {
  const found = needed
    .filter((column) => !row[column]?.length)
    .map((column): Problem => problem('blank', { name: peopleColumnTitles[column] }, placeOf(column)))
  if (row.email !== '' && !formats.email.test(row.email)) {
    const about = { name: 'email', expected: formats.email.expected, example: formats.email.example }
    found.push(problem('invalid_format', about, placeOf('email')))
  }
  const { team } = row
  if (team !== null && team.length > NAME_LENGTH)
    found.push(problem('too_long', { name: 'team', limit: NAME_LENGTH }, placeOf('team')))
  if (team !== null && !formats.line.test(team))
    found.push(problem('invalid_format', { name: 'team', expected: formats.line.expected }, placeOf('team')))
  return found
}
