import { Type } from 'typebox'
import { defineResource, readOnly, toMany, writable } from '../resource.ts'
import { Flag, Name, nullable, Text, Timestamp } from '../schema/scalars.ts'

export const workspace = defineResource({
  type: 'workspace',
  summary: 'A boundary that holds folders, runbooks, templates and central teams',
  attributes: {
    name: writable(Name, { required: true }),
    key: writable(Type.String({ minLength: 1, maxLength: 64, format: 'key' }), {
      required: true,
      note: 'A short unique form of the name.',
    }),
    description: writable(nullable(Text)),
    archived: readOnly(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { runbook_types: toMany('runbook_type') },
})
