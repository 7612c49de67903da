import { defineResource, readOnly, toOne, writable } from '../resource.ts'
import { Color, Flag, Icon, Key, Name, nullable, Text } from '../schema/scalars.ts'

export const taskType = defineResource({
  type: 'task_type',
  summary: 'A behaviour profile of tasks',
  attributes: {
    name: writable(Name, { required: true }),
    key: writable(Key, {
      required: true,
      note: 'A short form of the name, unique in its workspace or the instance. Those of built-in types have a meaning, such as `linked`.',
    }),
    description: writable(nullable(Text)),
    color: writable(nullable(Color)),
    icon: writable(nullable(Icon)),
    global: readOnly(Flag),
    archived: readOnly(Flag),
    disabled: writable(Flag, { note: 'No task takes it any more.' }),
    default: writable(Flag, {
      note: 'The type of tasks for which none is named. `true` takes it from the one that has it; only a global type has it.',
    }),
    built_in: readOnly(Flag, {
      note: 'Comes with the program: its key and its flags stay, and it can be disabled.',
    }),
    zero_duration: writable(Flag, { note: 'Starts and finishes in one click, at one instant.' }),
    off_end: writable(Flag, { note: 'Its tasks do not extend the end of the runbook.' }),
    auto_start: writable(Flag),
    auto_finish: writable(Flag),
    fixed_start: writable(Flag, { note: 'Tasks of this type may carry `start_fixed`.' }),
  },
  relationships: { workspace: toOne('workspace', 'create', { note: 'Null for a global type.' }) },
})
