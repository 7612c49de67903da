import type { InstanceEvent } from '../instance/commit-instance.ts'
import { wireTimeOrNull } from '../json-api/wire.ts'
import type { UserAppToken } from './token-queries.ts'

/** What the log keeps of a token that was made or revoked: never itself. */
export function tokenEvent(
  name: 'user_app_token.created' | 'user_app_token.revoked',
  person: { id: number; email: string },
  { id, label, expires_at }: UserAppToken,
): InstanceEvent {
  const change = <T>(value: T) =>
    name === 'user_app_token.created' ? ([null, value] as const) : ([value, null] as const)
  return {
    name,
    workspaceId: null,
    resource: { type: 'user', id: String(person.id), name: person.email },
    things: [
      {
        type: 'user_app_token',
        id: String(id),
        changes: {
          label: change(label),
          ...(expires_at === null ? {} : { expires_at: change(wireTimeOrNull(expires_at)) }),
        },
      },
    ],
  }
}
