import { defineResource, readOnly, toMany, toOne, writable } from '../resource.ts'
import { oneOf, Timestamp } from '../schema/scalars.ts'
import { runbookRoles } from './words.ts'

export const runbookUser = defineResource({
  type: 'runbook_user',
  summary:
    'A person who takes part in a runbook: its administrator, editor of some streams, or a participant',
  attributes: { role: writable(oneOf(...runbookRoles)), created_at: readOnly(Timestamp) },
  relationships: {
    user: toOne('user', 'create', { required: true }),
    runbook: toOne('runbook'),
    streams: toMany('stream', 'write', {
      note: 'Of a stream editor: the streams whose tasks the person edits, and those below them.',
    }),
  },
})
