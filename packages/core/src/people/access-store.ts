import { type Access, accessOf, type Held, type HeldRole, type Membership } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'

const KEPT_AT_MOST = 10_000

/** What each person may do, kept until the person's permission revision moves. */
export class AccessStore {
  readonly #db: Db
  readonly #kept = new Map<number, { revision: number; access: Access }>()

  constructor(db: Db) {
    this.#db = db
  }

  async of(userId: number, revision: number): Promise<Access> {
    const kept = this.#kept.get(userId)
    if (kept && kept.revision >= revision) return kept.access
    const access = await readAccess(this.#db, userId)
    if (this.#kept.size >= KEPT_AT_MOST) this.#kept.clear()
    this.#kept.set(userId, { revision, access })
    return access
  }
}

/** What somebody may do, as the database has it now. */
export async function readAccess(db: Db | Trx, userId: number): Promise<Access> {
  const { roles, runbooks } = await readHeld(db, userId)
  return accessOf(userId, roles, runbooks)
}

/** What somebody was granted, as the database has it now. */
export async function readHeld(db: Db | Trx, userId: number): Promise<Held> {
  return { roles: await heldRoles(db, userId), runbooks: await memberships(db, userId) }
}

/** The roles of a person; one on a folder also for each folder below it. */
async function heldRoles(db: Db | Trx, userId: number): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    with recursive held as (
      select t.key, r.scope_type, r.scope_id from role r join role_type t on t.id = r.role_type_id where r.user_id = ${userId}
    ), on_folder as (
      select h.key, f.id, f.workspace_id from held h join folder f on f.id = h.scope_id where h.scope_type = 'folder'
      union
      select o.key, f.id, f.workspace_id from on_folder o join folder f on f.parent_id = o.id
    )
    select key, 'folder' as scope_type, id as scope_id, workspace_id from on_folder
    union all
    select h.key, h.scope_type, h.scope_id,
      case h.scope_type when 'workspace' then h.scope_id when 'team' then (select workspace_id from team where id = h.scope_id) end
    from held h where h.scope_type is distinct from 'folder'`.execute(db)
  return rows
}

/** The runbooks in which a person takes part, by name or through a team. */
async function memberships(db: Db | Trx, userId: number): Promise<ReadonlyMap<number, Membership>> {
  const { rows } = await sql<{ runbook_id: number; stream_ids: number[] } & Omit<Membership, 'streams'>>`
    select u.runbook_id, u.role, u.stream_ids, r.workspace_id
    from runbook_user u join runbook r on r.id = u.runbook_id where u.user_id = ${userId}
    union all
    select distinct t.runbook_id, 'participant', '{}'::bigint[], r.workspace_id
    from runbook_team_user m join runbook_team t on t.id = m.runbook_team_id join runbook r on r.id = t.runbook_id
    where m.user_id = ${userId} and not exists (
      select from runbook_user u where u.runbook_id = t.runbook_id and u.user_id = ${userId})`.execute(db)
  return new Map(
    rows.map(({ runbook_id, role, stream_ids, workspace_id }) => [
      runbook_id,
      { role, streams: stream_ids, workspace_id },
    ]),
  )
}
