import { Type } from 'typebox'
import { languages } from '../errors/index.ts'
import { defineResource, readOnly, toOne, writable } from '../resource.ts'
import { runbookStages, runTypes } from '../runbooks/resource.ts'
import { DurationSeconds, Flag, Id, Name, nullable, oneOf, Timestamp, Timezone } from '../schema/scalars.ts'
import { taskLevels, taskStages } from '../tasks/resource.ts'
import { profileMembers } from './profile.ts'

export * from './password-length.ts'

export const themes = ['dark', 'light', 'auto'] as const
export type Theme = (typeof themes)[number]
export const densities = ['compact', 'regular', 'comfortable'] as const
export type Density = (typeof densities)[number]

export const me = defineResource({
  type: 'me',
  summary: 'The person who calls; the id is that of the user',
  attributes: {
    email: readOnly(Type.String()),
    first_name: writable(nullable(Name)),
    last_name: writable(nullable(Name)),
    name: readOnly(Type.String(), { note: 'The full display name.' }),
    roles: readOnly(Type.Array(Type.String()), {
      note: 'Keys of all roles that are held, on whatever they are held.',
    }),
    timezone: writable(nullable(Timezone), { note: 'Null for that of the browser.' }),
    language: writable(nullable(oneOf(...languages)), { note: 'Null for that of the browser.' }),
    theme: writable(oneOf(...themes)),
    density: writable(oneOf(...densities)),
    single_key_shortcuts: writable(Flag),
    has_password: readOnly(Flag),
    has_second_factor: readOnly(Flag, { note: 'Signing in asks for a code as well.' }),
    token_days_at_most: readOnly(nullable(Type.Integer({ minimum: 1 })), {
      note: 'The longest life of a token on this server, in days; null without a limit.',
    }),
    ...profileMembers,
  },
  relationships: { user: toOne('user') },
})

/** A task that waits for the caller: what a list of work needs, without its runbook having to be loaded. */
export const myTask = defineResource({
  type: 'my_task',
  summary: 'A task of the caller in any runbook; the id is that of the entry, `task_id` that of the task',
  attributes: {
    task_id: readOnly(Id, { note: 'Its number within the runbook.' }),
    name: readOnly(Type.String()),
    stage: readOnly(oneOf(...taskStages)),
    is_now: readOnly(Flag, { note: 'It can be started, or is in progress.' }),
    level: readOnly(oneOf(...taskLevels)),
    task_type_key: readOnly(Type.String()),
    task_type_icon: readOnly(nullable(Type.String()), { note: 'Where one was chosen for the type.' }),
    duration: readOnly(nullable(DurationSeconds), { note: 'Planned, seconds.' }),
    start_planned: readOnly(nullable(Timestamp), {
      note: 'As it was planned when the run began; null while the runbook is in planning.',
    }),
    start_ready: readOnly(nullable(Timestamp), { note: 'Since when it can be started.' }),
    start_actual: readOnly(nullable(Timestamp)),
    start_fixed: readOnly(nullable(Timestamp)),
    runbook_name: readOnly(Type.String()),
    runbook_stage: readOnly(oneOf(...runbookStages)),
    runbook_start: readOnly(Timestamp, { note: 'When the runbook began, or is planned to.' }),
    run_type: readOnly(nullable(oneOf(...runTypes))),
    timezone: readOnly(nullable(Timezone), { note: 'Of the runbook.' }),
    waits_for_count: readOnly(Type.Integer({ minimum: 0 }), { note: 'Predecessors that are not complete.' }),
    waits_for: readOnly(Type.Array(Type.Object({ task_id: Id, name: Type.String() })), {
      note: 'The first three of them.',
    }),
  },
  relationships: { runbook: toOne('runbook'), task_type: toOne('task_type') },
})
