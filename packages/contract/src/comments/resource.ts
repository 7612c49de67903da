import { Type } from 'typebox'
import { creatable, defineResource, readOnly, toOne } from '../resource.ts'
import { Flag, Timestamp } from '../schema/scalars.ts'

export const comment = defineResource({
  type: 'comment',
  summary: 'What somebody said about a runbook or one of its tasks',
  attributes: {
    content: creatable(Type.String({ minLength: 1, maxLength: 20_000, format: 'html' }), {
      required: true,
      note: 'A small HTML subset; other tags are stripped.',
    }),
    featured: creatable(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { task: toOne('task', 'create'), author: toOne('user'), runbook: toOne('runbook') },
})
