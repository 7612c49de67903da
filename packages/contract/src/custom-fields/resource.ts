import { Type } from 'typebox'
import { defineResource, readOnly, toMany, toOne } from '../resource.ts'
import { Flag, nullable, oneOf, Timestamp } from '../schema/scalars.ts'

export const fieldTypes = [
  'text',
  'textarea',
  'select_menu',
  'radiobox',
  'checkboxes',
  'multi_select',
  'date',
  'user',
  'searchable',
  'multi_searchable',
] as const
export type FieldType = (typeof fieldTypes)[number]

export const fieldScopes = [
  'task_add_edit',
  'task_edit',
  'task_start',
  'task_end',
  'runbook_add_edit',
  'runbook_edit',
  'runbook_page',
  'pir_summary',
  'pir_value_select',
  'incident_review_content',
  'incident_summary',
  'runbook_end',
  'project_add_edit',
  'project_edit',
] as const
export type FieldScope = (typeof fieldScopes)[number]

export const customField = defineResource({
  type: 'custom_field',
  summary: 'A field that an administrator added to tasks or runbooks',
  attributes: {
    name: readOnly(Type.String(), { note: 'The internal name, which writes may use.' }),
    display_name: readOnly(nullable(Type.String())),
    field_type: readOnly(oneOf(...fieldTypes)),
    field_options: readOnly(Type.Array(Type.String())),
    required: readOnly(Flag),
    apply_to: readOnly(oneOf(...fieldScopes)),
    allow_field_creation: readOnly(Flag),
    default_value: readOnly(nullable(Type.String())),
    archived: readOnly(Flag),
    order: readOnly(Type.Integer()),
    read_only: readOnly(Flag),
    global: readOnly(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    workspace: toOne('workspace'),
    parent: toOne('custom_field'),
    dependent_custom_fields: toMany('custom_field'),
  },
})
