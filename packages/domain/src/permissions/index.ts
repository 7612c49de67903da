export {
  type Access,
  type Decision,
  decide,
  isOwner,
  policy,
  type Scope,
  type Visibility,
  visibility,
} from './policy.ts'
