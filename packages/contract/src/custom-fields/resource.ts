import { Type } from 'typebox'
import { defineResource, readOnly, toMany, toOne, writable } from '../resource.ts'
import { Flag, Name, nullable, oneOf, Text, Timestamp } from '../schema/scalars.ts'

export const fieldTypes = [
  'text',
  'textarea',
  'select_menu',
  'radiobox',
  'checkboxes',
  'multi_select',
  'date',
  'datetime',
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

/** The most options of one field. */
export const OPTIONS_AT_MOST = 500

/** The last place in an order. */
export const ORDER_AT_MOST = 1_000_000
const Place = Type.Integer({ minimum: 0, maximum: ORDER_AT_MOST })

export const customField = defineResource({
  type: 'custom_field',
  summary: 'A field that an administrator added to tasks or runbooks',
  attributes: {
    name: writable(Name, {
      required: true,
      note: 'The internal name, which writes of values may use; unique in its workspace or the instance.',
    }),
    display_name: writable(nullable(Name)),
    field_type: writable(oneOf(...fieldTypes), {
      required: true,
      note: 'A `user` field holds the id of a person, a `datetime` field an instant; `textarea` is rich text.',
    }),
    field_options: writable(Type.Array(Name, { maxItems: OPTIONS_AT_MOST }), {
      note: 'Names of the options in their order; written, the whole set: what is left out is deleted, or archived where values use it.',
    }),
    required: writable(Flag),
    apply_to: writable(oneOf(...fieldScopes), { required: true }),
    allow_field_creation: writable(Flag, {
      note: 'Whoever writes a value that is no option adds it as one.',
    }),
    default_value: writable(nullable(Type.String({ maxLength: 20_000 })), {
      note: 'What a new task or runbook has where none is sent.',
    }),
    help_text: writable(nullable(Text)),
    archived: readOnly(Flag),
    order: writable(Place),
    read_only: writable(Flag, { note: 'Its values are not written by people.' }),
    global: readOnly(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    workspace: toOne('workspace', 'create', { note: 'Null for a global field.' }),
    parent: toOne('custom_field', 'create', { note: 'The searchable field from which it is filled.' }),
    group: toOne('custom_field_group', 'write'),
    dependent_custom_fields: toMany('custom_field'),
    options: toMany('custom_field_option', 'read', { note: 'The archived ones too.' }),
    runbook_types: toMany('runbook_type', 'write', {
      note: 'Those whose runbooks have it; none stands for all.',
    }),
  },
})

export const customFieldOption = defineResource({
  type: 'custom_field_option',
  summary: 'What may be chosen in a custom field; a value names it',
  attributes: {
    name: writable(Name, { required: true, note: 'Values follow when it changes.' }),
    color: writable(nullable(Type.String({ maxLength: 32, format: 'color' }))),
    order: writable(Place),
    default: writable(Flag, { note: 'It is the `default_value` of the field.' }),
    archived: writable(Flag, { note: 'Values keep it, and it is not offered.' }),
  },
  relationships: { custom_field: toOne('custom_field') },
})

export const customFieldGroup = defineResource({
  type: 'custom_field_group',
  summary: 'Custom fields that are shown together',
  attributes: {
    name: writable(Name, { required: true }),
    order: writable(Place),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {
    custom_fields: toMany('custom_field', 'write', {
      note: 'Written, the whole set; each field is in one group at most.',
    }),
  },
})

export const customFieldUser = defineResource({
  type: 'custom_field_user',
  summary: 'That a runbook or a task names a person in a field of the type `user`',
  attributes: {},
  relationships: {
    custom_field: toOne('custom_field', 'create', { required: true }),
    user: toOne('user', 'create', { required: true }),
    runbook: toOne('runbook', 'create', { required: true }),
    task: toOne('task', 'create', { note: 'Null where the runbook itself names the person.' }),
  },
})
