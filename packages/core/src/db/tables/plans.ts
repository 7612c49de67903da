import type { Generated } from 'kysely'
import type { FieldValues, Instant, InstantOrNull, Json } from './columns.ts'

export interface VersionTable {
  id: Generated<number>
  runbook_id: number
  number: number
  created_at: Instant
  frozen_at: InstantOrNull
}

export interface StreamTable {
  version_id: number
  id: number
  parent_id: number | null
  name: string
  description: string | null
  color: string | null
  is_primary: Generated<boolean>
  status: Generated<'off' | 'red' | 'amber' | 'green'>
  status_message: string | null
  status_updated_at: InstantOrNull
  status_author_id: number | null
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface TaskTable {
  version_id: number
  id: number
  stream_id: number
  task_type_id: number
  name: string
  description: string | null
  duration: number | null
  level: 'level_1' | 'level_2' | 'level_3'
  message: string | null
  auto_start: boolean
  auto_finish: boolean
  disable_notify: boolean
  start_requirements: 'anyone' | 'everyone' | 'minimum'
  end_requirements: 'anyone' | 'everyone' | 'same_user' | 'minimum'
  start_minimum: number | null
  end_minimum: number | null
  start_fixed: InstantOrNull
  end_fixed: InstantOrNull
  custom_field_values: Json<FieldValues>
  source_runbook_id: number | null
  source_task_id: number | null
  comments_count: number
  changed_seq: number
  created_at: Instant
  updated_at: Instant
}

export interface DependencyTable {
  version_id: number
  successor_id: number
  predecessor_id: number
}

export interface AssignmentTable {
  version_id: number
  task_id: number
  kind: 'assignee' | 'recipient'
  position: number
  user_id: number | null
  runbook_team_id: number | null
}

export interface TaskLinkTable {
  version_id: number
  task_id: number
  position: number
  runbook_id: number
  link_type: 'runbook' | 'snippet'
}
