import { runbookType as runbookTypeResource } from '../../runbook-types/resource.ts'
import { runbook as runbookResource, runbookVersion as versionResource } from '../../runbooks/resource.ts'
import { finding as findingResource } from '../../runs/finding.ts'
import { run as runResource } from '../../runs/resource.ts'
import { at, exampleOf, ids } from './example.ts'

export const runbook = exampleOf(runbookResource, {
  id: '90',
  self: '/core/runbooks/90',
  attributes: {
    name: 'Payments: fail over to site B',
    description: '<p>Change CHG-20417. Site A stays reachable until the last check is green.</p>',
    archived: false,
    archived_at: null,
    is_template: false,
    template_type: 'off',
    template_status: null,
    master_template: false,
    stage: 'planning',
    status: 'green',
    run_type: null,
    rto: 14_400,
    timezone: 'Europe/Berlin',
    auto_start: false,
    start_scheduled: '2026-03-28T22:00:00Z',
    end_scheduled: '2026-03-29T04:00:00Z',
    start_planned: '2026-03-28T22:00:00Z',
    end_planned: '2026-03-29T02:10:00Z',
    end_forecast: null,
    end_moves_from: null,
    start_actual: null,
    end_actual: null,
    touched_at: '2026-03-20T15:12:09Z',
    completed_at: null,
    tasks_count: 64,
    tasks_complete_count: 0,
    custom_field_values: [
      { custom_field_id: '12', name: 'region', display_name: 'Region', value: 'EU', read_only: false },
    ],
    created_at: '2026-03-02T08:14:30Z',
    updated_at: '2026-03-20T15:12:09Z',
  },
  relationships: {
    workspace: ids.workspace,
    folder: ids.folder,
    runbook_type: ids.runbookType,
    author: ids.mira,
    current_version: ids.version,
    current_run: null,
    source_runbook: at('runbook', '41'),
    rto_start_task: at('task', '1'),
    rto_end_task: at('task', '60'),
    runs: [],
  },
  unlinked: ['folder', 'current_version', 'current_run', 'source_runbook', 'rto_start_task', 'rto_end_task'],
  meta: { permissions: [{ type: 'update', resource: 'runbook' }] },
  create: {
    attributes: {
      name: 'Payments: fail over to site B',
      status: 'green',
      rto: 14_400,
      timezone: 'Europe/Berlin',
      start_scheduled: '2026-03-28T22:00:00Z',
      end_scheduled: '2026-03-29T04:00:00Z',
      custom_field_values: [{ custom_field_id: '12', value: 'EU' }],
    },
    relationships: { workspace: ids.workspace, folder: ids.folder, runbook_type: ids.runbookType },
  },
  update: {
    attributes: { status: 'amber', rto: 10_800 },
    relationships: { rto_end_task: at('task', '58') },
  },
})

export const runbookVersion = exampleOf(versionResource, {
  id: '131',
  self: '/core/runbooks/90/runbook_versions/131',
  attributes: { number: 1, current: true, created_at: '2026-03-02T08:14:30Z', frozen_at: null },
  relationships: { runbook: ids.runbook, run: null },
})

export const run = exampleOf(runResource, {
  id: '44',
  self: '/core/runbooks/90/runs/44',
  attributes: {
    run_type: 'rehearsal',
    stage: 'active',
    comms: 'off',
    validation_level: 'error',
    rebaseline: false,
    shift_fixed_times: false,
    disable_task_notify: false,
    start_planned: '2026-03-28T22:00:00Z',
    end_planned: '2026-03-29T02:10:00Z',
    start_actual: '2026-03-28T22:00:04Z',
    end_actual: null,
    paused_duration: 0,
    pauses: [],
    rto: 14_400,
    rta: null,
    created_at: '2026-03-28T22:00:04Z',
  },
  relationships: { runbook: ids.runbook, runbook_version: ids.version, started_by: ids.mira },
})

export const finding = exampleOf(findingResource, {
  id: '1',
  attributes: {
    finding: 'task_unassigned',
    severity: 'warning',
    task_id: '17',
    detail: 'Task 17: nobody is assigned.',
  },
  relationships: {},
})

export const runbookType = exampleOf(runbookTypeResource, {
  id: '11',
  self: '/core/runbook_types/11',
  attributes: {
    name: 'Site failover',
    key: 'site-failover',
    description: 'Moves a service to the other site; made from a template',
    archived: false,
    default: false,
    disabled: false,
    dynamic: false,
    enable_rto: true,
    global: true,
    incident: false,
    restrict_create_to_templates: true,
    ai_create_enabled: false,
    icon: 'recovery',
    color: '#0f8f83',
  },
  relationships: { workspace: null, task_types: [ids.taskType], custom_fields: [] },
  meta: {
    permissions: [
      { type: 'update', resource: 'runbook_type' },
      { type: 'archive', resource: 'runbook_type' },
    ],
  },
  create: {
    attributes: {
      name: 'Site failover',
      key: 'site-failover',
      description: 'Moves a service to the other site; made from a template',
      enable_rto: true,
      restrict_create_to_templates: true,
      icon: 'recovery',
      color: '#0f8f83',
    },
    relationships: { task_types: [ids.taskType] },
  },
  update: { attributes: { restrict_create_to_templates: false } },
})
