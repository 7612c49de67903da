import type { Access, Scope } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, one, type Rendered, wireTime } from '../json-api/wire.ts'
import type { RunbookUser } from '../runbooks/snapshot.ts'

/** A person who takes part in a runbook, as the document shows it. */
export function renderRunbookUser(
  { id, role, runbook_id, user_id, created_at, stream_ids }: RunbookUser,
  access: Access,
  scope: Scope,
): Rendered {
  const runbook = `/core/runbooks/${runbook_id}`
  return {
    type: 'runbook_user',
    id: String(id),
    attributes: { role, created_at: wireTime(created_at) },
    relationships: {
      user: one('user', user_id, `/core/users/${user_id}`),
      runbook: one('runbook', runbook_id, runbook),
      streams: many('stream', stream_ids),
    },
    links: { self: `${runbook}/runbook_users/${id}` },
    meta: { permissions: abilitiesOn('runbook_user', access, { ...scope, runbook_id }) },
  }
}
