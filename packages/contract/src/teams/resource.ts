import { defineResource, readOnly, toMany, toOne, writable } from '../resource.ts'
import { Flag, Name, nullable, Text, Timestamp } from '../schema/scalars.ts'

export const team = defineResource({
  type: 'team',
  summary:
    'A central team of a workspace, to which teams of runbooks can be linked; `meta.users_count` is the number of its members',
  attributes: {
    name: writable(Name, { required: true }),
    description: writable(nullable(Text)),
    archived: readOnly(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    workspace: toOne('workspace', 'create', { required: true }),
    users: toMany('user', 'write', { note: 'All members: a write replaces them.' }),
  },
})
