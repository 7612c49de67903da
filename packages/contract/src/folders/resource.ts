import { defineResource, readOnly, toOne, writable } from '../resource.ts'
import { Name, Text, Timestamp } from '../schema/scalars.ts'

export const folder = defineResource({
  type: 'folder',
  summary: 'A node of the tree that groups the runbooks of a workspace',
  attributes: {
    name: writable(Name, { required: true }),
    description: writable(Text),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { parent: toOne('folder', 'write'), workspace: toOne('workspace') },
})
