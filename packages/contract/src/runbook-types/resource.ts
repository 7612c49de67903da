import { Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { Color, Flag, Name, nullable, Text } from '../schema/scalars.ts'

export const runbookType = defineResource({
  type: 'runbook_type',
  summary: 'A profile of runbooks: what they may do and how they look',
  attributes: {
    name: readOnly(Name),
    key: readOnly(nullable(Type.String())),
    description: readOnly(nullable(Text)),
    archived: readOnly(Flag),
    default: readOnly(Flag),
    disabled: readOnly(Flag),
    dynamic: readOnly(Flag, { note: 'The plan may be edited while the run is active.' }),
    enable_rto: readOnly(Flag),
    global: readOnly(Flag),
    incident: readOnly(Flag),
    restrict_create_to_templates: readOnly(Flag),
    ai_create_enabled: readOnly(Flag),
    icon: readOnly(nullable(Type.String())),
    color: readOnly(nullable(Color)),
  },
  relationships: { workspace: toOne('workspace') },
})
