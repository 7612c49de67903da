import { type ParsedQuery, refuse } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { contains } from '../db/contains.ts'
import type { Db, Trx } from '../db/database.ts'
import { sqlState } from '../db/database-error.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { workspaceSeen } from '../json-api/seen.ts'
import { sqlTime } from '../json-api/wire.ts'

/** A central team with its members, ascending. */
export interface CentralTeam extends Row<'team'> {
  readonly users: readonly number[]
}

const members: RawBuilder<number[]> = sql<number[]>`
  array(select user_id from team_user where team_user.team_id = team.id order by user_id)`

export interface TeamFilter {
  readonly query: string | undefined
  readonly workspaceId: number | undefined
  readonly archived: boolean
  readonly visible: Visibility
}

/** One page of central teams and the number of all; those of archived workspaces are left out. */
export async function listTeams(
  db: Db,
  { query: text, workspaceId, archived, visible }: TeamFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<CentralTeam>> {
  let query = db
    .selectFrom('team')
    .where('archived_at', archived ? 'is not' : 'is', null)
    .where(workspaceSeen(visible, 'workspace_id'))
    .where(
      sql<boolean>`exists (select from workspace w where w.id = team.workspace_id and w.archived_at is null)`,
    )
  if (workspaceId !== undefined) query = query.where('workspace_id', '=', workspaceId)
  if (text !== undefined) query = query.where(contains('name', text))
  const id = { column: 'team.id', descending: false }
  return listPage(query, { order: ordersOf('team', sort), id, page }, (teams) =>
    teams.selectAll('team').select(members.as('users')),
  )
}

export function findTeam(db: Db | Trx, id: number): Promise<CentralTeam | undefined> {
  return db.selectFrom('team').selectAll().select(members.as('users')).where('id', '=', id).executeTakeFirst()
}

/** Where a central team lies; it is archived also when its workspace is. */
export async function findPlacedTeam(
  db: Db,
  id: number,
): Promise<{ workspace_id: number; is_archived: boolean } | undefined> {
  return db
    .selectFrom('team')
    .innerJoin('workspace', 'workspace.id', 'team.workspace_id')
    .select([
      'team.workspace_id',
      sql<boolean>`team.archived_at is not null or workspace.archived_at is not null`.as('is_archived'),
    ])
    .where('team.id', '=', id)
    .executeTakeFirst()
}

/** Central teams by id, those of workspaces that may be seen. */
export function findTeams(db: Db, ids: readonly number[], visible: Visibility): Promise<CentralTeam[]> {
  return db
    .selectFrom('team')
    .selectAll()
    .select(members.as('users'))
    .where(sql<boolean>`id = any(${ids})`)
    .where(workspaceSeen(visible, 'workspace_id'))
    .orderBy('id')
    .execute()
}

/** The central teams of a workspace that are not archived, by their names in lower case. */
export async function teamsByName(
  db: Db | Trx,
  workspaceId: number,
  names: readonly string[],
): Promise<Map<string, CentralTeam>> {
  const rows = await db
    .selectFrom('team')
    .selectAll()
    .select(members.as('users'))
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
    .where(sql<boolean>`lower(name) = any(select lower(n) from unnest(${[...names]}::text[]) n)`)
    .execute()
  return new Map(rows.map((team) => [team.name.toLowerCase(), team]))
}

/**
 * Central teams as they stay until the end of a transaction that has locked a runbook. Whoever changes a central team locks
 * it before the runbooks, so this one does not wait for it.
 *
 * @throws {AppError} 422 `conflict` while one of them is being changed
 */
export async function holdTeams(trx: Trx, ids: readonly number[]): Promise<Map<number, CentralTeam>> {
  try {
    await sql`select from team where id = any(${[...ids]}) order by id for share nowait`.execute(trx)
  } catch (error) {
    if (sqlState(error) !== '55P03') throw error
    throw refuse('conflict', { type: 'team', id: String(ids[0]) })
  }
  const rows = await trx
    .selectFrom('team')
    .selectAll()
    .select(members.as('users'))
    .where(sql<boolean>`id = any(${[...ids]})`)
    .execute()
  return new Map(rows.map((team) => [team.id, team]))
}

/** Teams without members. Breaks `team_name_taken` when another team of the workspace has the name. */
export async function insertTeams(
  trx: Trx,
  teams: readonly Insertable<Tables['team']>[],
): Promise<CentralTeam[]> {
  if (teams.length === 0) return []
  const made = await trx.insertInto('team').values(teams).returningAll().execute()
  return made.map((team) => ({ ...team, users: [] }))
}

/** Their members change with an event. */
export async function markTeams(
  trx: Trx,
  ids: readonly number[],
  { seq, at }: { readonly seq: number; readonly at: number },
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('team')
    .set({ changed_seq: seq, updated_at: sqlTime(at) })
    .where(sql<boolean>`id = any(${[...ids]})`)
    .execute()
}

/** Breaks `team_name_taken` when another team of the workspace has the name. */
export async function changeTeam(trx: Trx, id: number, patch: Updateable<Tables['team']>): Promise<void> {
  await trx.updateTable('team').set(patch).where('id', '=', id).execute()
}

/** Makes these the members of teams, and nobody else. */
export async function setMembers(
  trx: Trx,
  teams: readonly Pick<CentralTeam, 'id' | 'users'>[],
): Promise<void> {
  if (teams.length === 0) return
  const rows = JSON.stringify(
    teams.flatMap(({ id, users }) => users.map((user_id) => ({ team_id: id, user_id }))),
  )
  const ids = teams.map(({ id }) => id)
  await sql`delete from team_user m where team_id = any(${ids}) and not exists (
    select from jsonb_populate_recordset(null::team_user, ${rows}::jsonb) w where w.team_id = m.team_id and w.user_id = m.user_id)`.execute(
    trx,
  )
  await sql`insert into team_user select * from jsonb_populate_recordset(null::team_user, ${rows}::jsonb) on conflict do nothing`.execute(
    trx,
  )
}

/** Locks the runbooks that have a team linked to one of these and may still change with it, in ascending order. */
export async function lockLinkedRunbooks(trx: Trx, teamIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from runbook r
    where archived_at is null and stage in ('planning', 'active', 'paused')
      and exists (select from runbook_team t where t.runbook_id = r.id and t.team_id = any(${[...teamIds]}) and t.removed_at is null)
    order by id
    for no key update`.execute(trx)
  return rows.map(({ id }) => id)
}
