import { Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { Color, Flag, Name, nullable, Text } from '../schema/scalars.ts'

export const taskType = defineResource({
  type: 'task_type',
  summary: 'A behaviour profile of tasks',
  attributes: {
    name: readOnly(Name),
    key: readOnly(Type.String()),
    description: readOnly(nullable(Text)),
    color: readOnly(nullable(Color)),
    icon: readOnly(nullable(Type.String())),
    global: readOnly(Flag),
    archived: readOnly(Flag),
    disabled: readOnly(Flag),
    default: readOnly(Flag),
    zero_duration: readOnly(Flag, { note: 'Starts and finishes in one click, at one instant.' }),
    off_end: readOnly(Flag, { note: 'Its tasks do not extend the end of the runbook.' }),
    auto_start: readOnly(Flag),
    auto_finish: readOnly(Flag),
    fixed_start: readOnly(Flag, { note: 'Tasks of this type may carry `start_fixed`.' }),
  },
  relationships: { workspace: toOne('workspace') },
})
