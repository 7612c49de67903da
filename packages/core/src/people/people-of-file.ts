import { type Problem, problem } from '@runsheet/contract'
import {
  collectProblems,
  type PeopleColumn,
  type PeopleFile,
  parseCsv,
  readPeopleFile,
} from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { planRefusal } from '../plans/import-plan.ts'
import { findByEmails } from '../users/user-queries.ts'
import { listOutside } from '../workspaces/members.ts'

/**
 * Reads the file of a request.
 *
 * @throws {AppError} 422 with every line that cannot be read
 */
export function readPeopleOf(
  { call }: Pick<RequestBase, 'call'>,
  known: readonly PeopleColumn[],
  needed: readonly PeopleColumn[],
): PeopleFile {
  const parsed = parseCsv(call.body, 0, 'people')
  if ('problems' in parsed) throw planRefusal(parsed)
  const read = readPeopleFile(parsed.table, known, needed)
  if ('problems' in read) throw planRefusal(read)
  return read.file
}

/**
 * Who the people of a file are: whom the caller may know of, who is not archived and has a place in the workspace.
 *
 * @returns ids by e-mail address in lower case
 * @throws {AppError} 422 `related_not_found` or `related_not_in_scope` with each line
 */
export async function identifyPeople(
  { caller }: Pick<RequestBase, 'caller'>,
  db: Db | Trx,
  { rows, placeOf }: PeopleFile,
  workspaceId: number,
): Promise<ReadonlyMap<string, number>> {
  const people = await findByEmails(
    db,
    rows.map(({ email }) => email),
    caller.access,
  )
  const outside = await listOutside(db, [...people.values()], workspaceId)
  refuseRows(rows, (row) => {
    const id = people.get(row.email.toLowerCase())
    const about = { type: 'user', id: row.email }
    if (id === undefined) return problem('related_not_found', about, placeOf(row, 'email'))
    if (outside.has(id))
      return problem('related_not_in_scope', { ...about, scope: 'workspace' }, placeOf(row, 'email'))
    return undefined
  })
  return people
}

/** Refuses a file with what is wrong in its rows, all of it together. */
export function refuseRows<R>(rows: readonly R[], check: (row: R) => Problem | undefined): void {
  const problems = collectProblems()
  for (const row of rows) {
    const found = check(row)
    if (found) problems.add(found)
  }
  if (problems.total > 0) throw planRefusal(problems.report())
}

/** What an import of people tells beside the identifiers. */
export function peopleImported(told: {
  /** Ids of the people of the file. */
  readonly people: ReadonlySet<number>
  readonly added: ReadonlySet<number>
  /** Names of the teams that were made. */
  readonly teams: readonly string[]
  readonly isDryRun: boolean
}) {
  const { people, added, teams, isDryRun } = told
  return {
    people: people.size,
    added: added.size,
    teams_created: teams.length,
    teams,
    dry_run: isDryRun,
  }
}
