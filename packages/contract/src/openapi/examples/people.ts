import { customField as customFieldResource } from '../../custom-fields/resource.ts'
import { roleType as roleTypeResource } from '../../role-types/resource.ts'
import { role as roleResource } from '../../roles/resource.ts'
import { runbookTeam as runbookTeamResource } from '../../runbook-teams/resource.ts'
import { runbookUser as runbookUserResource } from '../../runbook-users/resource.ts'
import { team as teamResource } from '../../teams/resource.ts'
import { user as userResource } from '../../users/resource.ts'
import { at, exampleOf, ids } from './example.ts'

export const user = exampleOf(userResource, {
  id: '8',
  self: '/core/users/8',
  attributes: {
    first_name: 'Mira',
    last_name: 'Okafor',
    name: 'Mira Okafor',
    email: 'mira.okafor@example.com',
    unique_id: null,
    provider: 'email',
    non_interactive: false,
    archived: false,
    status: 'active',
    last_sign_in_at: '2026-03-28T21:31:02Z',
    created_at: '2026-01-12T09:20:00Z',
    updated_at: '2026-03-28T21:31:02Z',
  },
  relationships: { roles: [at('role', '51')] },
})

export const role = exampleOf(roleResource, {
  id: '51',
  attributes: { created_at: '2026-01-12T09:20:00Z' },
  relationships: { user: ids.mira, role_type: at('role_type', '4'), scope: ids.workspace },
})

export const team = exampleOf(teamResource, {
  id: '5',
  attributes: {
    name: 'Database administrators',
    archived: false,
    created_at: '2026-01-12T10:00:00Z',
    updated_at: '2026-01-12T10:00:00Z',
  },
  relationships: { workspace: ids.workspace },
})

export const roleType = exampleOf(roleTypeResource, {
  id: '6',
  attributes: {
    name: 'Runbook Admin',
    key: 'runbook_admin',
    description: 'Edits the runbook and its people, and runs it',
    context: 'runbook',
  },
  relationships: {},
})

export const runbookTeam = exampleOf(runbookTeamResource, {
  id: '31',
  attributes: { name: 'Database administrators', linked: true },
  relationships: { team: at('team', '5'), runbook: ids.runbook, users: [ids.mira, ids.jonas] },
  meta: { users_count: 2 },
})

export const runbookUser = exampleOf(runbookUserResource, {
  id: '402',
  attributes: { role: 'participant', created_at: '2026-03-04T11:00:00Z' },
  relationships: { user: ids.jonas, runbook: ids.runbook },
  create: { attributes: { role: 'participant' }, relationships: { user: ids.jonas } },
})

export const customField = exampleOf(customFieldResource, {
  id: '12',
  self: '/core/custom_fields/12',
  attributes: {
    name: 'region',
    display_name: 'Region',
    field_type: 'select_menu',
    field_options: ['EU', 'US', 'APAC'],
    required: false,
    apply_to: 'runbook_add_edit',
    allow_field_creation: false,
    default_value: null,
    archived: false,
    order: 1,
    read_only: false,
    global: true,
    created_at: '2026-01-12T10:00:00Z',
    updated_at: '2026-01-12T10:00:00Z',
  },
  relationships: { workspace: null, parent: null, dependent_custom_fields: [] },
})
