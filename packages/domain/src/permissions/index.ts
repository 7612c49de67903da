export { type Access, accessOf, type HeldRole, isOwner, type Membership } from './access.ts'
export {
  type Decision,
  decide,
  isAllowed,
  isAllowedSomewhere,
  type Requirement,
  requiredFor,
  type Scope,
} from './decide.ts'
export { type Reason, reasonsFor } from './explain.ts'
export { policy, type Rule } from './policy.ts'
export { grantableOn, type RoleKey, roleKeys, scopesOf } from './roles.ts'
export { type Held, requiredToStandIn } from './stand-in.ts'
export { type Visibility, visibility } from './visibility.ts'
