import {
  type CoreAnswer,
  type Problem,
  problem,
  type RunbookRole,
  runbookRoles,
  type runbookUserEndpoints,
} from '@runsheet/contract'
import type { PeopleFile, PersonRow } from '@runsheet/domain'
import type { CoreRequest } from '../dispatch/request.ts'
import { jsonAnswer } from '../json-api/document.ts'
import { identifyPeople, peopleImported, readPeopleOf, refuseRows } from '../people/people-of-file.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { RunbookTeam, RunbookUser } from '../runbooks/snapshot.ts'
import { checkAdminLeft } from './check-admin-left.ts'

/** What an import needs besides the runbook. */
interface Prepared {
  readonly file: PeopleFile
  /** Ids by e-mail address in lower case. */
  readonly people: ReadonlyMap<string, number>
  /** Ids that nothing has yet, as many as the file has lines. */
  readonly userIds: readonly number[]
  readonly teamIds: readonly number[]
}

interface Imported {
  /** Ids of the `runbook_user` that are new or another now. */
  readonly users: readonly number[]
  readonly added: ReadonlySet<number>
  readonly teams: readonly string[]
}

/**
 * Adds the people of a file to a runbook and to its teams; makes the teams that are not there. Nobody is removed.
 *
 * @throws {AppError} 422 with every line that is wrong
 */
export async function importRunbookPeople(
  request: CoreRequest<(typeof runbookUserEndpoints)['importRunbookPeople']>,
): Promise<CoreAnswer> {
  const { services, params, standing, caller, call, now } = request
  const isDryRun = request.query.values.dry_run ?? false
  const file = readPeopleOf(request, ['email', 'role', 'streams', 'team'], ['email'])
  const prepared: Prepared = {
    file,
    people: await identifyPeople(request, services.database.db, file, request.scope.workspace_id ?? 0),
    userIds: await services.ids.take('runbook_user', file.rows.length),
    teamIds: await services.ids.take('runbook_team', file.rows.length),
  }
  const decide = (draft: RunbookDraft) => importPeople(draft, prepared)
  const tell = ({ users, added, teams }: Imported) =>
    jsonAnswer(201, {
      data: users.map((id) => ({ type: 'runbook_user', id: String(id) })),
      meta: peopleImported({ people: new Set(prepared.people.values()), added, teams, isDryRun }),
    })
  if (!isDryRun) return actOnRunbook(request, { decide, answer: (_, imported) => tell(imported) })
  const actor = { userId: caller.userId, requestId: call.requestId }
  return tell(await services.runbooks.rehearse(params['runbook_id'] ?? 0, standing, actor, now, decide))
}

function importPeople(draft: RunbookDraft, { file, people, userIds, teamIds }: Prepared): Imported {
  const streams = streamsByName(draft)
  refuseRows(file.rows, (row) => problemOf(row, draft, people, streams, file.placeOf))
  const idOf = ({ email }: PersonRow) => people.get(email.toLowerCase()) ?? 0
  const users = withUsers(
    draft,
    file.rows.filter(({ role, team }) => role !== null || team === null),
    idOf,
    streams,
    userIds,
  )
  checkAdminLeft(users)
  const teams = withMembers(draft, file.rows, idOf, teamIds)
  const before = { users: new Set(draft.users), teams: new Map(draft.teams.map((team) => [team.id, team])) }
  const changed = users.filter((user) => !before.users.has(user))
  const made = teams.filter(({ id }) => !before.teams.has(id))
  const joined = teams.flatMap(({ id, users: members }) =>
    members.filter((member) => !before.teams.get(id)?.users.includes(member)),
  )
  if (changed.length > 0) draft.setUsers(users)
  if (made.length + joined.length > 0) draft.setTeams(teams)
  if (changed.length + made.length + joined.length > 0) draft.event('people.imported')
  return {
    users: changed.map(({ id }) => id),
    added: new Set([...changed.map(({ user_id }) => user_id), ...joined]),
    teams: made.map(({ name }) => name),
  }
}

/** What a cell says of a role: `runbook_admin`, `Runbook Admin`. */
function roleOf({ role }: PersonRow): RunbookRole | undefined {
  const spelled = role?.toLowerCase().replaceAll(/[\s-]+/g, '_')
  return runbookRoles.find((known) => known === spelled)
}

/** Streams by name in lower case; a name that several have means none of them. */
function streamsByName(draft: RunbookDraft): ReadonlyMap<string, number> {
  const named = Map.groupBy(draft.streams(), ({ name }) => name.toLowerCase())
  return new Map([...named].flatMap(([name, own]) => (own.length === 1 ? [[name, own[0]?.id ?? 0]] : [])))
}

/** What is wrong with a line in this runbook. */
function problemOf(
  row: PersonRow,
  draft: RunbookDraft,
  people: ReadonlyMap<string, number>,
  streams: ReadonlyMap<string, number>,
  placeOf: PeopleFile['placeOf'],
): Problem | undefined {
  const role = roleOf(row)
  if (row.role !== null && !role)
    return problem('invalid_enum', { name: 'role', allowed: runbookRoles }, placeOf(row, 'role'))
  const unknown = row.streams.find((name) => !streams.has(name.toLowerCase()))
  if (unknown !== undefined)
    return problem('related_not_found', { type: 'stream', id: unknown }, placeOf(row, 'streams'))
  if ((role === 'stream_editor') !== row.streams.length > 0) {
    const allowed = role === 'stream_editor' ? ['stream'] : []
    const about = { role: role ?? 'participant', allowed }
    return problem('role_scope_invalid', about, placeOf(row, 'streams'))
  }
  const team = teamCalled(draft.teams, row.team)
  const isMember = team?.users.includes(people.get(row.email.toLowerCase()) ?? 0)
  if (team && team.team_id !== null && !isMember)
    return problem('read_only', { name: 'team' }, placeOf(row, 'team'))
  return undefined
}

function teamCalled(teams: readonly RunbookTeam[], name: string | null): RunbookTeam | undefined {
  return teams.find((team) => team.name.toLowerCase() === name?.toLowerCase())
}

/** The people of the runbook with those of some lines, each as the line says, or as it is when it says nothing. */
function withUsers(
  draft: RunbookDraft,
  rows: readonly PersonRow[],
  idOf: (row: PersonRow) => number,
  streams: ReadonlyMap<string, number>,
  ids: readonly number[],
): readonly RunbookUser[] {
  const users = new Map(draft.users.map((user) => [user.user_id, user]))
  for (const [at, row] of rows.entries()) {
    const user_id = idOf(row)
    const before = users.get(user_id)
    const role = roleOf(row) ?? before?.role ?? 'participant'
    const named = row.streams.map((name) => streams.get(name.toLowerCase()) ?? 0)
    const stream_ids =
      row.role === null && before ? before.stream_ids : [...new Set(named)].sort((a, b) => a - b)
    if (before && before.role === role && String(before.stream_ids) === String(stream_ids)) continue
    users.set(user_id, {
      id: before?.id ?? ids[at] ?? 0,
      runbook_id: draft.runbook.id,
      user_id,
      role,
      stream_ids,
      created_at: before?.created_at ?? draft.at,
      changed_seq: 0,
    })
  }
  return [...users.values()]
}

/** The teams of the runbook with the people of the lines that name one. */
function withMembers(
  draft: RunbookDraft,
  rows: readonly PersonRow[],
  idOf: (row: PersonRow) => number,
  ids: readonly number[],
): readonly RunbookTeam[] {
  let teams: readonly RunbookTeam[] = draft.teams
  for (const [at, row] of rows.entries()) {
    if (row.team === null) continue
    const member = idOf(row)
    const team = teamCalled(teams, row.team)
    if (!team) {
      const made = { id: ids[at] ?? 0, name: row.team, team_id: null, users: [member], changed_seq: 0 }
      teams = [...teams, made]
    } else if (!team.users.includes(member)) {
      const fuller = { ...team, users: [...team.users, member].sort((a, b) => a - b) }
      teams = teams.map((one) => (one === team ? fuller : one))
    }
  }
  return teams
}
