import { Type } from 'typebox'
import { defineResource, readOnly, toMany } from '../resource.ts'
import { Flag, nullable, oneOf, Timestamp } from '../schema/scalars.ts'

export const user = defineResource({
  type: 'user',
  summary: 'A person, or a program that calls the API',
  attributes: {
    first_name: readOnly(nullable(Type.String())),
    last_name: readOnly(nullable(Type.String())),
    name: readOnly(Type.String(), { note: 'The full display name.' }),
    email: readOnly(Type.String()),
    unique_id: readOnly(nullable(Type.String())),
    provider: readOnly(Type.String()),
    non_interactive: readOnly(Flag),
    archived: readOnly(Flag),
    status: readOnly(oneOf('active', 'invited', 'archived')),
    last_sign_in_at: readOnly(nullable(Timestamp)),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { roles: toMany('role') },
})
