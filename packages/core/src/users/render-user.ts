import { type Access, isAllowed, isOwner } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { User } from './user-queries.ts'

/** The full display name of a person: first and last name, else the e-mail address. */
export function displayName(user: Pick<User, 'first_name' | 'last_name' | 'email'>): string {
  const parts = [user.first_name, user.last_name].map((part) => part?.trim() ?? '')
  return parts.filter((part) => part !== '').join(' ') || user.email
}

/** A person stays invited until the first sign-in. */
function statusOf({ archived_at, invited_at, last_sign_in_at }: User): 'active' | 'invited' | 'archived' {
  if (archived_at !== null) return 'archived'
  return invited_at !== null && last_sign_in_at === null ? 'invited' : 'active'
}

/**
 * What the caller may do with a person. An Owner is for Owners; tokens are made for programs only, and programs do not sign
 * in; whoever has signed in needs no invitation.
 */
function abilitiesOf(user: User, access: Access) {
  if (user.is_owner && !isOwner(access)) return []
  const isFor: Readonly<Record<string, boolean>> = {
    user_app_token: user.non_interactive,
    invitation: !user.non_interactive && user.last_sign_in_at === null,
    session: !user.non_interactive,
  }
  return abilitiesOn('user', access, {}).filter(({ resource }) => isFor[resource] ?? true)
}

/** A person as the document shows it to somebody. */
export function renderUser(user: User, roles: readonly number[], access: Access): Rendered {
  const seesPhone = user.id === access.userId || isAllowed(access, 'people.manage', {})
  return {
    type: 'user',
    id: String(user.id),
    attributes: {
      first_name: user.first_name ?? '',
      last_name: user.last_name ?? '',
      name: displayName(user),
      email: user.email,
      unique_id: user.unique_id,
      provider: user.provider,
      non_interactive: user.non_interactive,
      job_title: user.job_title,
      phone: seesPhone ? user.phone : null,
      archived: user.archived_at !== null,
      status: statusOf(user),
      last_sign_in_at: wireTimeOrNull(user.last_sign_in_at),
      created_at: wireTime(user.created_at),
      updated_at: wireTime(user.updated_at),
    },
    relationships: { roles: many('role', roles) },
    links: { self: `/core/users/${user.id}` },
    meta: { permissions: abilitiesOf(user, access) },
  }
}
