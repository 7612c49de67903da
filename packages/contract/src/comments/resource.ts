import { Type } from 'typebox'
import { defineResource, readOnly, toOne, writable } from '../resource.ts'
import { Flag, Timestamp } from '../schema/scalars.ts'

export const comment = defineResource({
  type: 'comment',
  summary: 'What somebody said about a runbook or one of its tasks',
  attributes: {
    content: writable(Type.String({ minLength: 1, maxLength: 20_000, format: 'html' }), {
      required: true,
      note: 'A small HTML subset; other tags are stripped.',
    }),
    featured: writable(Flag, { note: 'Its author and administrators of the runbook may change it.' }),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp, {
      note: 'When its words last changed: `created_at` while they are the first ones.',
    }),
  },
  relationships: { task: toOne('task', 'create'), author: toOne('user'), runbook: toOne('runbook') },
})
