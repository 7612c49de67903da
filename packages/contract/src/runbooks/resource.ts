import { Type } from 'typebox'
import { defineResource, readOnly, toMany, toOne, writable } from '../resource.ts'
import {
  CustomFieldValue,
  CustomFieldWrite,
  DurationSeconds,
  Flag,
  Name,
  nullable,
  oneOf,
  RagStatus,
  RichText,
  Timestamp,
  Timezone,
} from '../schema/scalars.ts'
import { runbookStages, runTypes, templateStatuses, templateTypes } from './words.ts'

export * from './words.ts'

export const runbook = defineResource({
  type: 'runbook',
  summary: 'A plan that can be run: tasks, streams, people and settings',
  attributes: {
    name: writable(Name, { required: true }),
    description: writable(nullable(RichText)),
    archived: readOnly(Flag),
    archived_at: readOnly(nullable(Timestamp)),
    is_template: writable(Flag),
    template_type: writable(oneOf(...templateTypes)),
    template_status: readOnly(nullable(oneOf(...templateStatuses))),
    master_template: writable(Flag, { note: 'Only together with `is_template`.' }),
    stage: readOnly(oneOf(...runbookStages)),
    status: writable(RagStatus),
    run_type: readOnly(nullable(oneOf(...runTypes)), { note: 'Of the current or last run.' }),
    rto: writable(nullable(DurationSeconds), { note: 'Recovery time objective, seconds.' }),
    timezone: writable(nullable(Timezone)),
    auto_start: writable(Flag, { note: 'Starts by itself, live, at `start_scheduled`.' }),
    start_scheduled: writable(nullable(Timestamp), {
      write: nullable(Type.String({ format: 'date-time-or-now' })),
      note: '`now` is taken on write.',
    }),
    end_scheduled: writable(nullable(Timestamp)),
    start_planned: readOnly(Timestamp),
    end_planned: readOnly(Timestamp),
    end_forecast: readOnly(nullable(Timestamp), {
      note: 'Of a run under way: its forecast end when something last happened in it.',
    }),
    end_moves_from: readOnly(nullable(Timestamp), {
      note: 'From this instant on, `end_forecast` moves with the clock, second by second, until something happens.',
    }),
    start_actual: readOnly(nullable(Timestamp)),
    end_actual: readOnly(nullable(Timestamp)),
    touched_at: readOnly(Timestamp),
    completed_at: readOnly(nullable(Timestamp)),
    tasks_count: readOnly(Type.Integer()),
    tasks_complete_count: readOnly(Type.Integer()),
    custom_field_values: writable(Type.Array(CustomFieldValue), {
      write: Type.Array(CustomFieldWrite, { maxItems: 500 }),
    }),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    workspace: toOne('workspace', 'create', { note: 'Required unless `meta.copy` names a source.' }),
    folder: toOne('folder', 'write'),
    runbook_type: toOne('runbook_type', 'create'),
    author: toOne('user'),
    current_version: toOne('runbook_version'),
    current_run: toOne('run'),
    source_runbook: toOne('runbook'),
    rto_start_task: toOne('task', 'write'),
    rto_end_task: toOne('task', 'write'),
    runs: toMany('run', 'read', { onInclude: true }),
  },
})

export const runbookVersion = defineResource({
  type: 'runbook_version',
  summary: 'One version of the plan of a runbook; frozen when its run ends',
  attributes: {
    number: readOnly(Type.Integer({ minimum: 1 })),
    current: readOnly(Flag),
    created_at: readOnly(Timestamp),
    frozen_at: readOnly(nullable(Timestamp)),
  },
  relationships: { runbook: toOne('runbook'), run: toOne('run') },
})
