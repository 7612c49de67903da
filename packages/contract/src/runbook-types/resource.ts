import { defineResource, readOnly, toMany, toOne, writable } from '../resource.ts'
import { Color, Flag, Icon, Key, Name, nullable, Text } from '../schema/scalars.ts'

export const runbookType = defineResource({
  type: 'runbook_type',
  summary: 'A profile of runbooks: what they may do and how they look',
  attributes: {
    name: writable(Name, { required: true }),
    key: writable(nullable(Key), {
      note: 'A short form of the name, unique in its workspace or the instance.',
    }),
    description: writable(nullable(Text), { note: 'Shown to whoever creates a runbook.' }),
    archived: readOnly(Flag),
    default: writable(Flag, {
      note: 'The type of runbooks for which none is named. `true` takes it from the one that has it; only a global type has it.',
    }),
    disabled: writable(Flag, { note: 'No new runbooks are of it.' }),
    dynamic: writable(Flag, { note: 'The plan may be edited while the run is active.' }),
    enable_rto: writable(Flag),
    global: readOnly(Flag),
    incident: writable(Flag),
    restrict_create_to_templates: writable(Flag),
    ai_create_enabled: writable(Flag),
    icon: writable(nullable(Icon)),
    color: writable(nullable(Color)),
  },
  relationships: {
    workspace: toOne('workspace', 'create', { note: 'Null for a global type.' }),
    task_types: toMany('task_type', 'write', {
      note: 'Those that tasks of its runbooks may have; none stands for all.',
    }),
    custom_fields: toMany('custom_field', 'write', {
      note: 'Those that its runbooks and their tasks have; none stands for all.',
    }),
  },
})
