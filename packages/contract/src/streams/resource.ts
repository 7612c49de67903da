import { Type } from 'typebox'
import { defineResource, readOnly, toOne, writable } from '../resource.ts'
import { Color, Flag, Name, nullable, RagStatus, Text, Timestamp } from '../schema/scalars.ts'

export const stream = defineResource({
  type: 'stream',
  summary: 'A named, coloured grouping of tasks; may hold one level of sub-streams',
  attributes: {
    name: writable(Name, { required: true }),
    description: writable(nullable(Text)),
    color: writable(nullable(Color)),
    is_primary: readOnly(Flag),
    status: writable(RagStatus),
    status_message: writable(nullable(Text)),
    status_updated_at: readOnly(nullable(Timestamp)),
    start_planned: readOnly(nullable(Timestamp), {
      note: 'Earliest planned start of its tasks; null while it has none.',
    }),
    end_planned: readOnly(nullable(Timestamp)),
    start_latest_planned: readOnly(nullable(Timestamp)),
    end_latest_planned: readOnly(nullable(Timestamp)),
    start_display: readOnly(nullable(Timestamp), { optional: true, note: 'Forecast mode only.' }),
    end_display: readOnly(nullable(Timestamp), { optional: true, note: 'Forecast mode only.' }),
    tasks_count: readOnly(Type.Integer()),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    parent: toOne('stream', 'create'),
    runbook: toOne('runbook'),
    runbook_version: toOne('runbook_version'),
    status_author: toOne('user'),
  },
})
