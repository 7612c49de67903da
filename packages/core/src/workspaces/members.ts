import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'

/**
 * That somebody has a place in a workspace: a role on it, its folders or its teams, or one that sees all of the instance. Only
 * who has one may take part in its runbooks and teams.
 *
 * @param user the id of the person, in the statement
 */
export function hasPlaceIn(workspaceId: number, user: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from role r
    join role_type y on y.id = r.role_type_id
    left join folder f on r.scope_type = 'folder' and f.id = r.scope_id
    left join team t on r.scope_type = 'team' and t.id = r.scope_id
    where r.user_id = ${user}
      and (coalesce(f.workspace_id, t.workspace_id, case r.scope_type when 'workspace' then r.scope_id end) = ${workspaceId}
        or (r.scope_type is null and y.key in ('owner', 'global_stakeholder'))))`
}

/** Which of some people have no place in a workspace. */
export async function listOutside(
  db: Db | Trx,
  userIds: readonly number[],
  workspaceId: number,
): Promise<ReadonlySet<number>> {
  if (userIds.length === 0) return new Set()
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${[...userIds]}::bigint[]) as u (id)
    where not ${hasPlaceIn(workspaceId, sql.ref('u.id'))}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
