import type { CoreAnswer, teamEndpoints } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { CoreRequest } from '../dispatch/request.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { jsonAnswer } from '../json-api/document.ts'
import { sqlTime } from '../json-api/wire.ts'
import { identifyPeople, peopleImported, readPeopleOf } from '../people/people-of-file.ts'
import { describeChange } from '../runbooks/changes.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'
import { followTeams, tellFollowed } from './follow-teams.ts'
import { type CentralTeam, insertTeams, markTeams, setMembers, teamsByName } from './team-queries.ts'

/** A team of the file: as it is, if it is there, and who is in it afterwards. */
interface Filled {
  readonly name: string
  readonly before: CentralTeam | undefined
  readonly users: readonly number[]
}

/**
 * Adds the people of a file to central teams, and makes the teams that are not there. Nobody leaves a team.
 *
 * @throws {AppError} 422 with every line that is wrong
 */
export async function importTeams(
  request: CoreRequest<(typeof teamEndpoints)['importTeams']>,
): Promise<CoreAnswer> {
  const isDryRun = request.query.values.dry_run ?? false
  const workspaceId = request.params['workspace_id'] ?? 0
  const file = readPeopleOf(request, ['email', 'team'], ['email', 'team'])
  let told: Made[] = []
  const answer = await actOnInstance(request, async (trx, seq, at) => {
    const people = await identifyPeople(request, trx, file, workspaceId)
    const filled = await fillTeams(trx, workspaceId, file.rows, people)
    const fuller = filled.filter(({ before, users }) => before?.users.length !== users.length)
    const after = isDryRun ? [] : await store(trx, workspaceId, fuller, { seq, at })
    const known = new Map(fuller.flatMap(({ before }) => (before ? [[before.id, before]] : [])))
    told = await followTeams(
      request,
      trx,
      after.filter(({ id }) => known.has(id)),
      { seq, at },
    )
    const ids = [...after, ...filled.flatMap(({ before }) => before ?? [])].map(({ id }) => id)
    const events = after.length === 0 ? [] : [await eventOf(trx, workspaceId, known, after)]
    return {
      events,
      answer: jsonAnswer(201, {
        data: [...new Set(ids)].sort((a, b) => a - b).map((id) => ({ type: 'team', id: String(id) })),
        meta: peopleImported({
          people: new Set(people.values()),
          added: new Set(
            filled.flatMap(({ before, users }) => users.filter((id) => !before?.users.includes(id))),
          ),
          teams: filled.flatMap(({ before, name }) => (before ? [] : [name])),
          isDryRun,
        }),
      }),
    }
  })
  await tellFollowed(request, told)
  return answer
}

async function fillTeams(
  trx: Trx,
  workspaceId: number,
  rows: readonly { readonly email: string; readonly team: string | null }[],
  people: ReadonlyMap<string, number>,
): Promise<Filled[]> {
  const byTeam = Map.groupBy(rows, ({ team }) => (team ?? '').toLowerCase())
  const there = await teamsByName(trx, workspaceId, [...byTeam.keys()])
  return [...byTeam].map(([key, own]) => {
    const before = there.get(key)
    const users = new Set(before?.users)
    for (const { email } of own) users.add(people.get(email.toLowerCase()) ?? 0)
    return { name: own[0]?.team ?? '', before, users: [...users].sort((a, b) => a - b) }
  })
}

/** Writes the teams that are new or have more members now. */
async function store(
  trx: Trx,
  workspaceId: number,
  fuller: readonly Filled[],
  { seq, at }: { seq: number; at: number },
): Promise<CentralTeam[]> {
  const isNew = ({ before }: Filled) => before === undefined
  const made = await insertTeams(
    trx,
    fuller.filter(isNew).map(({ name }) => ({
      workspace_id: workspaceId,
      name,
      archived_at: null,
      changed_seq: seq,
      created_at: sqlTime(at),
      updated_at: sqlTime(at),
    })),
  )
  await markTeams(
    trx,
    fuller.flatMap(({ before }) => before?.id ?? []),
    { seq, at },
  )
  const byName = new Map(made.map((team) => [team.name, team]))
  const after = fuller.flatMap(({ name, before, users }) => {
    const team = before ?? byName.get(name)
    return team ? [{ ...team, users, changed_seq: seq, updated_at: at }] : []
  })
  await setMembers(trx, after)
  return after
}

async function eventOf(
  trx: Trx,
  workspaceId: number,
  before: ReadonlyMap<number, CentralTeam>,
  after: readonly CentralTeam[],
): Promise<InstanceEvent> {
  const workspace = await findWorkspace(trx, workspaceId)
  return {
    name: 'teams.imported',
    workspaceId,
    resource: { type: 'workspace', id: String(workspaceId), name: workspace?.name ?? null },
    things: after.map((team) => describeChange('team', String(team.id), before.get(team.id) ?? null, team)),
  }
}
