import { creatable, defineResource, readOnly, toOne } from '../resource.ts'
import { oneOf, Timestamp } from '../schema/scalars.ts'

export const runbookRoles = ['runbook_admin', 'participant'] as const
export type RunbookRole = (typeof runbookRoles)[number]

export const runbookUser = defineResource({
  type: 'runbook_user',
  summary: 'A person who takes part in a runbook',
  attributes: { role: creatable(oneOf(...runbookRoles)), created_at: readOnly(Timestamp) },
  relationships: { user: toOne('user', 'create', { required: true }), runbook: toOne('runbook') },
})
