import { Type } from 'typebox'
import { defineResource, readOnly } from '../resource.ts'
import { Name, oneOf, Text } from '../schema/scalars.ts'

export const roleContexts = [
  'global',
  'workspace',
  'folder',
  'runbook',
  'stream',
  'team',
  'integrations',
  'custom_fields',
] as const

export const roleType = defineResource({
  type: 'role_type',
  summary: 'A role that can be granted, and the kind of scope it is granted on',
  attributes: {
    name: readOnly(Name),
    key: readOnly(Type.String()),
    description: readOnly(Text),
    context: readOnly(oneOf(...roleContexts)),
  },
  relationships: {},
})
