import { type Access, isAllowedSomewhere, visibility } from '@runsheet/domain'
import { type RawBuilder, sql } from 'kysely'

/**
 * That a row of `app_user`, under that name in the statement, is a person whom the caller may know of: everybody for who
 * manages people anywhere, else oneself and whoever holds something in a workspace that one sees.
 */
export function personSeen(access: Access): RawBuilder<boolean> {
  if (isAllowedSomewhere(access, 'people.list')) return sql<boolean>`true`
  const reach = [...access.reach]
  return sql<boolean>`(app_user.id = ${access.userId}
    or exists (
      select from role r
      left join folder f on r.scope_type = 'folder' and f.id = r.scope_id
      left join team t on r.scope_type = 'team' and t.id = r.scope_id
      where r.user_id = app_user.id
        and coalesce(f.workspace_id, t.workspace_id, case r.scope_type when 'workspace' then r.scope_id end) = any(${reach}))
    or exists (
      select from runbook_user m join runbook b on b.id = m.runbook_id
      where m.user_id = app_user.id and b.workspace_id = any(${reach}))
    or exists (
      select from runbook_team_user m join runbook_team t on t.id = m.runbook_team_id join runbook b on b.id = t.runbook_id
      where m.user_id = app_user.id and b.workspace_id = any(${reach})))`
}

/** That a row of `role`, under that name in the statement, may be seen: one's own, and those where roles may be read. */
export function roleSeen(access: Access): RawBuilder<boolean> {
  const visible = visibility(access, 'role.read')
  if (visible === 'all') return sql<boolean>`true`
  const { workspaces, folders } = visible
  return sql<boolean>`(role.user_id = ${access.userId}
    or (role.scope_type = 'workspace' and role.scope_id = any(${workspaces}))
    or (role.scope_type = 'folder' and (role.scope_id = any(${folders})
      or role.scope_id in (select id from folder where workspace_id = any(${workspaces}))))
    or (role.scope_type = 'team' and role.scope_id in (select id from team where workspace_id = any(${workspaces}))))`
}
