import type { RunbookRole, RunbookStage, RunType } from '@runsheet/contract'
import type { Generated } from 'kysely'
import type { FieldValues, Instant, InstantOrNull, Json } from './columns.ts'

export interface RunbookTable {
  id: Generated<number>
  workspace_id: number
  folder_id: number | null
  runbook_type_id: number
  author_id: number
  source_runbook_id: number | null
  name: string
  description: string | null
  is_template: Generated<boolean>
  template_type: Generated<'off' | 'default' | 'snippet'>
  template_status: 'draft' | 'pending' | 'approved' | null
  master_template: Generated<boolean>
  stage: Generated<RunbookStage>
  status: Generated<'off' | 'red' | 'amber' | 'green'>
  run_type: RunType | null
  rto: number | null
  rto_start_task: number | null
  rto_end_task: number | null
  timezone: string | null
  auto_start: Generated<boolean>
  start_scheduled: InstantOrNull
  end_scheduled: InstantOrNull
  start_planned: Instant
  end_planned: Instant
  start_actual: InstantOrNull
  end_actual: InstantOrNull
  custom_field_values: Json<FieldValues>
  tasks_count: Generated<number>
  tasks_complete_count: Generated<number>
  next_task_id: Generated<number>
  current_version_id: number | null
  current_run_id: number | null
  wake_at: InstantOrNull
  end_forecast: InstantOrNull
  end_moves_from: InstantOrNull
  seq: Generated<number>
  last_event_at: Instant
  last_hash: Generated<Buffer>
  changed_seq: Generated<number>
  archived_at: InstantOrNull
  touched_at: Instant
  created_at: Instant
  updated_at: Instant
}

export interface RunbookTeamTable {
  id: Generated<number>
  runbook_id: number
  team_id: number | null
  name: string
  changed_seq: Generated<number>
  removed_at: InstantOrNull
}

export interface RunbookTeamUserTable {
  runbook_team_id: number
  user_id: number
}

export interface RunbookUserTable {
  id: Generated<number>
  runbook_id: number
  user_id: number
  role: RunbookRole
  created_at: Instant
  stream_ids: Generated<number[]>
  changed_seq: Generated<number>
}

export interface CommentTable {
  id: Generated<number>
  runbook_id: number
  task_id: number | null
  author_id: number
  content: string
  featured: Generated<boolean>
  created_at: Instant
  updated_at: Instant
  changed_seq: Generated<number>
}
