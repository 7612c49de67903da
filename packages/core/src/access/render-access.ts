import { type Permission, permissions } from '@runsheet/contract'
import {
  type Access,
  decide,
  policy,
  type Reason,
  reasonsFor,
  requiredFor,
  type Scope,
} from '@runsheet/domain'
import { many, one, type Rendered } from '../json-api/wire.ts'

/** Whether somebody may do something in a place, and why. */
export interface Explained {
  readonly permission: Permission
  readonly allowed: boolean
  readonly visible: boolean
  readonly because: readonly Reason[]
}

export function explained(access: Access, permission: Permission, scope: Scope): Explained {
  const decision = decide(access, permission, scope)
  return {
    permission,
    allowed: decision.allowed,
    visible: decision.allowed || decision.visible,
    because: reasonsFor(access, permission, scope),
  }
}

/** The place of the permission among all of them, from 1. */
export const idOfAccess = ({ permission }: Pick<Explained, 'permission'>): string =>
  String(permissions.indexOf(permission) + 1)

/** @param able ids of people who may do it there */
export function renderAccess(
  { permission, allowed, visible, because }: Explained,
  userId: number,
  able: readonly number[],
): Rendered {
  return {
    type: 'access',
    id: idOfAccess({ permission }),
    attributes: {
      permission,
      may: policy[permission].may,
      allowed,
      visible,
      because: because.map(({ role, on }) => ({
        role,
        resource_type: on?.type ?? null,
        resource_id: on === null ? null : String(on.id),
      })),
      required: requiredFor(permission),
    },
    relationships: {
      user: one('user', userId, `/core/users/${userId}`),
      able: many('user', able),
    },
    links: {},
  }
}
