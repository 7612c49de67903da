import {
  AppError,
  type CoreCall,
  type Credential,
  type Endpoint,
  type Permission,
  problem,
} from '@runsheet/contract'
import {
  type Access,
  decide,
  isAllowedSomewhere,
  isOwner,
  type Requirement,
  requiredFor,
  type Scope,
} from '@runsheet/domain'
import { type Located, notThere } from './place.ts'
import type { RequestBase } from './request.ts'

const insufficient = (required: readonly Requirement[]) =>
  new AppError(problem('insufficient_role', { required }, { meta: { required } }))

/**
 * Tokens are for those who may call the API by program; what they may do there, their other roles say.
 *
 * @throws {AppError} 403 `developer_role_required`
 */
export function checkDeveloper({ kind }: Pick<Credential, 'kind'>, access: Access): void {
  if (kind === 'token' && !isOwner(access) && !access.instance.has('developer'))
    throw new AppError(problem('developer_role_required', {}, { meta: { required: ['developer', 'owner'] } }))
}

/**
 * Asks the policy whether the caller may do this here.
 *
 * Lists that lie in no place show what is visible, by SQL. Where the body says the place, the caller must be allowed
 * somewhere; the handler asks `authorise` when it has read where.
 *
 * @throws {AppError} 404 `not_found` for what the caller may not see, 403 `insufficient_role` for what may be seen only
 */
export function judgeCaller(
  call: CoreCall,
  endpoint: Endpoint,
  permission: Permission,
  access: Access,
  { scope, isPlaced }: Located,
): void {
  if (!isPlaced && endpoint.answer.kind === 'list') return
  if (endpoint.scopeIn === 'body') {
    if (isAllowedSomewhere(access, permission)) return
    throw insufficient(requiredFor(permission))
  }
  const decision = decide(access, permission, scope)
  if (decision.allowed) return
  if (isPlaced && !decision.visible) throw notThere(call, endpoint)
  throw insufficient(decision.required)
}

/**
 * Asks the policy about a place that only the body or the plan tells, and that the caller sees.
 *
 * @throws {AppError} 403 `insufficient_role`
 */
export function authorise(
  { caller }: Pick<RequestBase, 'caller'>,
  permission: Permission,
  scope: Scope,
): void {
  const decision = decide(caller.access, permission, scope)
  if (!decision.allowed) throw insufficient(decision.required)
}
