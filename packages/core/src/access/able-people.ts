import type { Permission } from '@runsheet/contract'
import type { Scope } from '@runsheet/domain'
import { policy } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

const PEOPLE_AT_MOST = 5

/**
 * Some people who may do each of some things in a place, those with the nearest role first: whom one can ask. Nobody is
 * named who is archived or a program.
 *
 * @returns ids of people by permission, in one statement
 */
export async function ablePeople(
  db: Db,
  permissions: readonly Permission[],
  { workspace_id, folder_id, runbook_id }: Scope,
): Promise<ReadonlyMap<Permission, readonly number[]>> {
  const rules = permissions.map((permission) => {
    const { instance = [], workspace = [], folder = [], runbook = [] } = policy[permission]
    return { permission, instance: [...instance, 'owner'], workspace, folder, runbook }
  })
  const { rows } = await sql<{ permission: Permission; ids: number[] }>`
    select rule ->> 'permission' as permission, array_agg(able.id order by able.distance, able.id) as ids
    from jsonb_array_elements(${JSON.stringify(rules)}::jsonb) rule
    cross join lateral (
      select held.user_id as id, min(held.distance) as distance from (
        select user_id, 0 as distance from runbook_user
        where runbook_id = ${runbook_id ?? -1} and rule -> 'runbook' ? role
        union all
        select r.user_id, case r.scope_type when 'folder' then 1 when 'workspace' then 2 else 3 end
        from role r join role_type t on t.id = r.role_type_id
        where (r.scope_type is null and rule -> 'instance' ? t.key)
          or (r.scope_type = 'workspace' and r.scope_id = ${workspace_id ?? -1} and rule -> 'workspace' ? t.key)
          or (r.scope_type = 'folder' and r.scope_id = ${folder_id ?? -1} and rule -> 'folder' ? t.key)
      ) held
      join app_user u on u.id = held.user_id and u.archived_at is null and not u.non_interactive
      group by held.user_id order by distance, id limit ${PEOPLE_AT_MOST}
    ) able
    group by 1`.execute(db)
  return new Map(rows.map(({ permission, ids }) => [permission, ids]))
}
