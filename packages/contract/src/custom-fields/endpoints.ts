import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, wordsParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive, workspaceFilter } from '../query/shared.ts'
import { Flag } from '../schema/scalars.ts'
import { customField, fieldScopes } from './resource.ts'

const shared = { resource: customField, since: '2026.1.0' } as const
const reading = { ...shared, permission: 'instance.read', errors: [] } as const
const managing = { ...shared, permission: 'custom_field.manage' } as const
const toggling = { kind: 'meta', meta: { members: {} } } as const

const rules = ['taken', 'related_not_in_scope', 'custom_field_invalid_value', 'validation_failed'] as const

export const customFieldEndpoints = {
  listCustomFields: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/custom_fields',
    summary: 'List custom fields, archived ones included unless `archived` says otherwise',
    query: {
      workspace_id: workspaceFilter,
      global: flagParameter(
        'With `workspace_id`, `true` adds the global ones; alone, only global or only local ones',
      ),
      apply_to: wordsParameter('Where they are used', fieldScopes),
      archived: archivedFilter,
    },
    answer: { kind: 'list', status: 200, sort: ['order', 'name'] },
  }),
  getCustomField: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/custom_fields/:id',
    summary: 'Get a custom field',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
  }),
  createCustomField: defineEndpoint({
    ...managing,
    method: 'POST',
    path: '/core/custom_fields',
    summary: 'Create a custom field, of a workspace or global',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: rules,
  }),
  updateCustomField: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/custom_fields/:id',
    summary: 'Change a custom field; a change that loses values has to be accepted',
    description:
      'Its workspace and its parent stay. `display_name` and `order` may be sent bare: `{"display_name": …, "order": …}`. A change of `field_type` or `apply_to` converts the values; where some would be lost it is refused with their number, unless `meta.accept_loss` is true. `dry_run=true` tells the numbers in `meta.values` and changes nothing.',
    query: { dry_run: flagParameter('Answers the same and changes nothing') },
    body: {
      kind: 'document',
      write: 'update',
      meta: { members: { accept_loss: Flag } },
      bare: ['display_name', 'order'],
    },
    answer: { kind: 'resource', status: 200 },
    errors: [...rules, 'values_would_be_lost'],
  }),
  archiveCustomField: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/custom_fields/:id/archive',
    summary: 'Archive a custom field and those that depend on it; values stay, and are shown',
    query: throughArchive,
    body: toggling,
    answer: { kind: 'resource', status: 200 },
    errors: ['already_archived'],
  }),
  restoreCustomField: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/custom_fields/:id/restore',
    summary: 'Restore an archived custom field and those that depend on it',
    query: {},
    body: toggling,
    answer: { kind: 'resource', status: 200 },
    errors: ['not_archived', 'taken', 'validation_failed'],
  }),
}
