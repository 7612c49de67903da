import { one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { UserAppToken } from './token-queries.ts'

/** A token as the document shows it. @param token itself, in the answer that makes it */
export function renderUserAppToken(row: UserAppToken, token?: string): Rendered {
  return {
    type: 'user_app_token',
    id: String(row.id),
    attributes: {
      label: row.label,
      ...(token === undefined ? {} : { token }),
      last_four: row.last_four,
      expires_at: wireTimeOrNull(row.expires_at),
      last_used_at: wireTimeOrNull(row.last_used_at),
      revoked_at: wireTimeOrNull(row.revoked_at),
      created_at: wireTime(row.created_at),
    },
    relationships: { user: one('user', row.user_id, `/core/users/${row.user_id}`) },
    links: {},
  }
}
