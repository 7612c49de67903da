import {
  customField as fieldResource,
  customFieldGroup as groupResource,
  customFieldOption as optionResource,
  customFieldUser as userResource,
} from '../../custom-fields/resource.ts'
import { at, exampleOf, ids } from './example.ts'

const options = ['EU', 'US', 'APAC']

export const customField = exampleOf(fieldResource, {
  id: '12',
  self: '/core/custom_fields/12',
  attributes: {
    name: 'region',
    display_name: 'Region',
    field_type: 'select_menu',
    field_options: options,
    required: false,
    apply_to: 'runbook_add_edit',
    allow_field_creation: false,
    default_value: null,
    help_text: 'Where the site is that takes over',
    archived: false,
    order: 1,
    read_only: false,
    global: true,
    created_at: '2026-01-12T10:00:00Z',
    updated_at: '2026-01-12T10:00:00Z',
  },
  relationships: {
    workspace: null,
    parent: null,
    group: at('custom_field_group', '3'),
    dependent_custom_fields: [],
    options: [
      at('custom_field_option', '31'),
      at('custom_field_option', '32'),
      at('custom_field_option', '33'),
    ],
    runbook_types: [],
  },
  meta: {
    permissions: [
      { type: 'update', resource: 'custom_field' },
      { type: 'archive', resource: 'custom_field' },
    ],
  },
  create: {
    attributes: {
      name: 'region',
      display_name: 'Region',
      field_type: 'select_menu',
      field_options: options,
      apply_to: 'runbook_add_edit',
      help_text: 'Where the site is that takes over',
      order: 1,
    },
    relationships: { group: at('custom_field_group', '3') },
  },
  update: { attributes: { display_name: 'Region of the site', order: 2 } },
})

export const customFieldOption = exampleOf(optionResource, {
  id: '33',
  self: '/core/custom_fields/12/custom_field_options/33',
  attributes: { name: 'APAC', color: '#0f8f83', order: 3, default: false, archived: false },
  relationships: { custom_field: at('custom_field', '12') },
  meta: {
    permissions: [
      { type: 'update', resource: 'custom_field_option' },
      { type: 'destroy', resource: 'custom_field_option' },
    ],
  },
  create: { attributes: { name: 'APAC', color: '#0f8f83', order: 3 } },
  update: { attributes: { name: 'Asia and Pacific' } },
})

export const customFieldGroup = exampleOf(groupResource, {
  id: '3',
  self: '/core/custom_field_groups/3',
  attributes: {
    name: 'Sites',
    order: 1,
    created_at: '2026-01-12T10:00:00Z',
    updated_at: '2026-01-12T10:00:00Z',
  },
  relationships: { custom_fields: [at('custom_field', '12')] },
  meta: {
    permissions: [
      { type: 'update', resource: 'custom_field_group' },
      { type: 'destroy', resource: 'custom_field_group' },
    ],
  },
  create: {
    attributes: { name: 'Sites', order: 1 },
    relationships: { custom_fields: [at('custom_field', '12')] },
  },
  update: { attributes: { name: 'Sites and regions' } },
})

export const customFieldUser = exampleOf(userResource, {
  id: '61',
  self: '/core/custom_field_users/61',
  attributes: {},
  relationships: {
    custom_field: at('custom_field', '14'),
    user: ids.mira,
    runbook: ids.runbook,
    task: ids.task,
  },
  create: {
    relationships: {
      custom_field: at('custom_field', '14'),
      user: ids.mira,
      runbook: ids.runbook,
      task: ids.task,
    },
  },
})
