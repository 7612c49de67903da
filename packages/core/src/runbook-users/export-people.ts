import type { CoreAnswer, runbookUserEndpoints } from '@runsheet/contract'
import { guardFormula, OUTPUT_FIELDS, peopleColumnTitles, writeList } from '@runsheet/domain'
import { stringify } from 'csv-stringify/sync'
import type { CoreRequest } from '../dispatch/request.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { displayName } from '../users/render-user.ts'
import { findUsers, type User } from '../users/user-queries.ts'

/** The people and teams of a runbook as a file that an import reads back: who takes part by name, then who is in each team. */
export async function exportRunbookPeople(
  request: CoreRequest<(typeof runbookUserEndpoints)['exportRunbookPeople']>,
): Promise<CoreAnswer> {
  const { services, params, standing } = request
  const snapshot = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
  const { users, teams, runbook } = snapshot
  const ids = new Set([...users.map(({ user_id }) => user_id), ...teams.flatMap((team) => team.users)])
  const people = await findUsers(services.database.db, [...ids])
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="people-of-runbook-${runbook.id}.csv"`,
    },
    body: writePeople(snapshot, new Map(people.map((person) => [person.id, person]))),
  }
}

function writePeople(
  { users, teams, streams }: Pick<Snapshot, 'users' | 'teams' | 'streams'>,
  people: ReadonlyMap<number, User>,
): string {
  const streamNames = new Map(streams.map(({ id, name }) => [id, name]))
  const row = (userId: number, role: string, edited: readonly number[], team: string) => {
    const person = people.get(userId)
    if (!person) return []
    const names = edited.map((id) => streamNames.get(id) ?? '')
    const isArchived = person.archived_at === null ? '' : 'yes'
    return [
      [
        person.email,
        role,
        writeList(names),
        team,
        '',
        displayName(person),
        person.job_title ?? '',
        isArchived,
      ],
    ]
  }
  const rows = [
    ...users.flatMap(({ user_id, role, stream_ids }) => row(user_id, role, stream_ids, '')),
    ...teams.flatMap(({ name, users: members }) => members.flatMap((id) => row(id, '', [], name))),
  ]
  const header = [...Object.values(peopleColumnTitles), OUTPUT_FIELDS, 'Name', 'Job Title', 'Archived']
  return stringify([header, ...rows.map((cells) => cells.map(guardFormula))], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n;\t]/,
  })
}
