import { Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { Flag, nullable, Timestamp } from '../schema/scalars.ts'

/** What a log entry may be about. */
export const loggedTypes = [
  'folder',
  'runbook',
  'runbook_team',
  'runbook_user',
  'run',
  'comment',
  'task',
  'team',
  'stream',
  'user',
  'workspace',
  'runbook_type',
  'task_type',
  'custom_field',
  'custom_field_option',
  'custom_field_group',
  'data_source',
  'event_integration',
] as const

export const actionLog = defineResource({
  type: 'action_log',
  summary: 'One entry of the audit trail',
  attributes: {
    event: readOnly(Type.String(), { note: 'The dotted name, for example `task.started`.' }),
    description: readOnly(Type.String()),
    changes: readOnly(Type.Record(Type.String(), Type.Unknown()), { note: 'Field → [before, after].' }),
    task_changes: readOnly(nullable(Type.Record(Type.String(), Type.Unknown())), {
      note: 'With the filter `task_id`, what became of that task, also where many changed at once: field → [before, after].',
    }),
    message: readOnly(nullable(Type.String()), {
      note: 'What somebody said with it: a comment, the reason of a skip, the message of a pause. Rich text.',
    }),
    resource_name: readOnly(nullable(Type.String()), { note: 'What the resource was called then.' }),
    changed_tasks_count: readOnly(Type.Integer(), { note: 'How many tasks changed with it.' }),
    created_at: readOnly(Timestamp),
    sequence: readOnly(Type.Integer(), {
      note: 'Place in the hash chain of its runbook or of the instance.',
    }),
  },
  relationships: { author: toOne('user'), resource: toOne(loggedTypes), context: toOne(loggedTypes) },
})

export const activity = defineResource({
  type: 'activity',
  summary: 'One entry of the feed of a runbook',
  attributes: {
    key: readOnly(Type.String()),
    starred: readOnly(Flag),
    created_at: readOnly(Timestamp),
    changes: readOnly(
      Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
    ),
  },
  relationships: { activist: toOne('user'), trackable: toOne(loggedTypes), recipient: toOne('runbook') },
})
