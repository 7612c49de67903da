import { Type } from 'typebox'
import { defineResource, readOnly, toMany, toOne, writable } from '../resource.ts'
import {
  CustomFieldValue,
  CustomFieldWrite,
  DurationSeconds,
  Flag,
  Id,
  Name,
  nullable,
  oneOf,
  RichText,
  SMS_AT_MOST,
  Timestamp,
} from '../schema/scalars.ts'
import {
  completionTypes,
  endRequirements,
  linkTypes,
  startRequirements,
  taskLevels,
  taskStages,
} from './words.ts'

export * from './words.ts'

/** Seconds since a task's latest times: how far it can slip. */
const Float = Type.Integer()

export const task = defineResource({
  type: 'task',
  summary: 'A unit of work of a runbook; its id is its number within the runbook',
  attributes: {
    name: writable(Name, { required: true }),
    description: writable(nullable(RichText)),
    stage: readOnly(oneOf(...taskStages)),
    completion_type: readOnly(nullable(oneOf(...completionTypes))),
    duration: writable(nullable(DurationSeconds), { note: 'Planned, seconds.' }),
    elapsed_duration: readOnly(nullable(Type.Integer()), { note: 'Seconds; null until the task has ended.' }),
    is_late: readOnly(Flag),
    level: writable(oneOf(...taskLevels)),
    message: writable(nullable(RichText), {
      note: `What tasks of the types Email, SMS and Call say; an SMS at most ${SMS_AT_MOST} characters.`,
    }),
    auto_start: writable(Flag),
    auto_finish: writable(Flag),
    disable_notify: writable(Flag),
    start_requirements: writable(oneOf(...startRequirements)),
    end_requirements: writable(oneOf(...endRequirements)),
    start_minimum: writable(nullable(Type.Integer({ minimum: 1, maximum: 10_000 }))),
    end_minimum: writable(nullable(Type.Integer({ minimum: 1, maximum: 10_000 }))),
    start_planned: readOnly(Timestamp),
    end_planned: readOnly(Timestamp),
    start_actual: readOnly(nullable(Timestamp)),
    end_actual: readOnly(nullable(Timestamp)),
    start_fixed: writable(nullable(Timestamp)),
    end_fixed: writable(nullable(Timestamp)),
    start_ready: readOnly(nullable(Timestamp)),
    start_display: readOnly(Timestamp, { optional: true, note: 'Forecast mode only.' }),
    end_display: readOnly(Timestamp, { optional: true, note: 'Forecast mode only.' }),
    total_float: readOnly(Float, { optional: true, note: 'Forecast mode only; seconds.' }),
    free_float: readOnly(Float, { optional: true, note: 'Forecast mode only; seconds.' }),
    is_critical: readOnly(Flag, { optional: true, note: 'Forecast mode only.' }),
    comments_count: readOnly(Type.Integer()),
    custom_field_values: writable(Type.Array(CustomFieldValue), {
      write: Type.Array(CustomFieldWrite, { maxItems: 500 }),
    }),
    task_links: writable(
      Type.Array(Type.Object({ id: Id, link_type: oneOf(...linkTypes) }), { maxItems: 100 }),
    ),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    runbook: toOne('runbook'),
    stream: toOne('stream', 'write'),
    task_type: toOne('task_type', 'write'),
    assignees: toMany(['user', 'runbook_team'], 'write'),
    recipients: toMany(['user', 'runbook_team'], 'write'),
    predecessors: toMany('task', 'write'),
    successors: toMany('task'),
    runbook_version: toOne('runbook_version'),
    source_runbook: toOne('runbook'),
    source_task: toOne('task'),
    started_by: toOne('user'),
    completed_by: toOne('user'),
    task_actions: toMany('task_action', 'read', { onInclude: true }),
  },
})

export const taskAction = defineResource({
  type: 'task_action',
  summary: 'Who did what to a task in its run, and when',
  attributes: {
    action: readOnly(oneOf('start', 'finish', 'skip')),
    created_at: readOnly(Timestamp),
  },
  relationships: { user: toOne('user'), task: toOne('task') },
})
