import { Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { commsModes, runTypes } from '../runbooks/resource.ts'
import { Flag, nullable, oneOf, Timestamp } from '../schema/scalars.ts'

export const runStages = ['active', 'paused', 'canceled', 'complete'] as const

export const run = defineResource({
  type: 'run',
  summary: 'One execution of a runbook version, live or as a rehearsal',
  attributes: {
    run_type: readOnly(oneOf(...runTypes)),
    stage: readOnly(oneOf(...runStages)),
    comms: readOnly(oneOf(...commsModes)),
    validation_level: readOnly(oneOf('error', 'warning')),
    rebaseline: readOnly(Flag),
    shift_fixed_times: readOnly(Flag),
    disable_task_notify: readOnly(Flag),
    start_planned: readOnly(Timestamp),
    end_planned: readOnly(Timestamp),
    start_actual: readOnly(Timestamp),
    end_actual: readOnly(nullable(Timestamp)),
    paused_duration: readOnly(Type.Integer(), { note: 'Seconds spent paused in pauses that have ended.' }),
    pauses: readOnly(Type.Array(Type.Object({ from: Timestamp, until: nullable(Timestamp) })), {
      note: '`until` is null while the run is paused.',
    }),
    rto: readOnly(nullable(Type.Integer())),
    rta: readOnly(nullable(Type.Integer()), {
      note: 'Recovery time actual, seconds; null until the RTO end task has ended.',
    }),
    created_at: readOnly(Timestamp),
  },
  relationships: {
    runbook: toOne('runbook'),
    runbook_version: toOne('runbook_version'),
    started_by: toOne('user'),
  },
})
