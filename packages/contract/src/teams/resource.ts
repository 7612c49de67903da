import { defineResource, readOnly, toOne } from '../resource.ts'
import { Flag, Name, Timestamp } from '../schema/scalars.ts'

export const team = defineResource({
  type: 'team',
  summary: 'A central team of a workspace, to which teams of runbooks can be linked',
  attributes: {
    name: readOnly(Name),
    archived: readOnly(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { workspace: toOne('workspace') },
})
