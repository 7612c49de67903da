import { one, type Rendered, wireTime } from '../json-api/wire.ts'
import type { Session } from './session-queries.ts'

/** A session as the document shows it. @param email of its person */
export function renderSession(session: Session, email: string, isCurrent: boolean): Rendered {
  const { id, user_id, address, user_agent, created_at, last_seen_at, expires_at } = session
  return {
    type: 'session',
    id: String(id),
    attributes: {
      email,
      current: isCurrent,
      address,
      user_agent,
      created_at: wireTime(created_at),
      last_seen_at: wireTime(last_seen_at),
      expires_at: wireTime(expires_at),
    },
    relationships: { user: one('user', user_id, `/core/users/${user_id}`) },
    links: {},
  }
}
