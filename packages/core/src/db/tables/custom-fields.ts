import type { FieldScope, FieldType } from '@runsheet/contract'
import type { Generated } from 'kysely'
import type { Instant, InstantOrNull } from './columns.ts'

export interface CustomFieldTable {
  id: Generated<number>
  workspace_id: number | null
  parent_id: number | null
  group_id: number | null
  name: string
  display_name: string | null
  field_type: FieldType
  required: Generated<boolean>
  apply_to: FieldScope
  allow_field_creation: Generated<boolean>
  default_value: string | null
  help_text: string | null
  read_only: Generated<boolean>
  order: Generated<number>
  /** The types of runbooks where it is offered; empty means all. */
  runbook_type_ids: Generated<number[]>
  changed_seq: Generated<number>
  archived_at: InstantOrNull
  created_at: Instant
  updated_at: Instant
}

export interface CustomFieldGroupTable {
  id: Generated<number>
  name: string
  order: Generated<number>
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface CustomFieldOptionTable {
  id: Generated<number>
  custom_field_id: number
  name: string
  color: string | null
  order: Generated<number>
  archived_at: InstantOrNull
  changed_seq: Generated<number>
}

export interface CustomFieldUserTable {
  id: Generated<number>
  custom_field_id: number
  user_id: number
  runbook_id: number
  task_id: number | null
}
