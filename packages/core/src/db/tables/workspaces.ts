import type { Generated } from 'kysely'
import type { Instant, InstantOrNull } from './columns.ts'

export interface WorkspaceTable {
  id: Generated<number>
  name: string
  key: string
  description: string | null
  revision: Generated<number>
  changed_seq: Generated<number>
  archived_at: InstantOrNull
  created_at: Instant
  updated_at: Instant
}

export interface FolderTable {
  id: Generated<number>
  workspace_id: number
  parent_id: number | null
  name: string
  description: Generated<string>
  is_default: Generated<boolean>
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface TeamTable {
  id: Generated<number>
  workspace_id: number
  name: string
  description: Generated<string | null>
  changed_seq: Generated<number>
  archived_at: InstantOrNull
  created_at: Instant
  updated_at: Instant
}

export interface TeamUserTable {
  team_id: number
  user_id: number
}

export interface RunbookTypeTable {
  id: Generated<number>
  workspace_id: number | null
  name: string
  key: string | null
  description: string | null
  icon: string | null
  color: string | null
  is_default: Generated<boolean>
  disabled: Generated<boolean>
  dynamic: Generated<boolean>
  incident: Generated<boolean>
  enable_rto: Generated<boolean>
  restrict_create_to_templates: Generated<boolean>
  ai_create_enabled: Generated<boolean>
  /** Those that its runbooks may use; empty means all. */
  task_type_ids: Generated<number[]>
  custom_field_ids: Generated<number[]>
  changed_seq: Generated<number>
  archived_at: InstantOrNull
}

export interface TaskTypeTable {
  id: Generated<number>
  workspace_id: number | null
  name: string
  key: string
  description: string | null
  icon: string | null
  color: string | null
  is_default: Generated<boolean>
  disabled: Generated<boolean>
  zero_duration: Generated<boolean>
  off_end: Generated<boolean>
  auto_start: Generated<boolean>
  auto_finish: Generated<boolean>
  fixed_start: Generated<boolean>
  built_in: Generated<boolean>
  changed_seq: Generated<number>
  archived_at: InstantOrNull
}
