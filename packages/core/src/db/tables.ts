import type {
  CompletionType,
  Density,
  Language,
  RunbookRole,
  RunbookStage,
  RunType,
  TaskStage,
  Theme,
} from '@runsheet/contract'
import type { ColumnType, Generated, Selectable } from 'kysely'

/** Milliseconds since the epoch when read; ISO 8601 text or nothing (the default) when written. */
type Instant = ColumnType<number, string | undefined, string>
type InstantOrNull = ColumnType<number | null, string | null | undefined, string | null>
type Json<T> = ColumnType<T, string | undefined, string>

export interface InstanceTable {
  id: Generated<boolean>
  revision: Generated<number>
  seq: Generated<number>
  last_event_at: Instant
  last_hash: Generated<Buffer>
  created_at: Instant
}

export interface UserTable {
  id: Generated<number>
  email: string
  first_name: string | null
  last_name: string | null
  unique_id: string | null
  provider: Generated<string>
  non_interactive: Generated<boolean>
  password_hash: string | null
  invited_at: InstantOrNull
  archived_at: InstantOrNull
  last_sign_in_at: InstantOrNull
  permission_revision: Generated<number>
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface TokenTable {
  id: Generated<number>
  user_id: number
  label: string
  hash: Buffer
  last_four: string
  created_at: Instant
  last_used_at: InstantOrNull
  expires_at: InstantOrNull
  revoked_at: InstantOrNull
  changed_seq: Generated<number>
}

export interface SessionTable {
  id: Generated<number>
  user_id: number
  hash: Buffer
  address: string
  user_agent: string | null
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  ends_at: Instant
  revoked_at: InstantOrNull
  changed_seq: number
}

export interface SignInFailureTable {
  subject: string
  failures: number
  failed_at: Instant
  waits_until: Instant
}

export interface PreferenceTable {
  user_id: number
  timezone: string | null
  language: Language | null
  theme: Theme
  density: Density
  single_key_shortcuts: boolean
  changed_seq: number
}

export interface RoleTypeTable {
  id: Generated<number>
  key: string
  name: string
  description: string
  context: string
}

export interface RoleTable {
  id: Generated<number>
  user_id: number
  role_type_id: number
  scope_type: string | null
  scope_id: number | null
  created_at: Instant
}

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
  archived_at: InstantOrNull
  created_at: Instant
  updated_at: Instant
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
  archived_at: InstantOrNull
}

export interface CustomFieldTable {
  id: Generated<number>
  workspace_id: number | null
  parent_id: number | null
  name: string
  display_name: string | null
  field_type: string
  field_options: Json<string[]>
  required: Generated<boolean>
  apply_to: string
  allow_field_creation: Generated<boolean>
  default_value: string | null
  read_only: Generated<boolean>
  order: Generated<number>
  archived_at: InstantOrNull
  created_at: Instant
  updated_at: Instant
}

/** Values of custom fields by the id of the field. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>

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

export interface RunTable {
  id: Generated<number>
  runbook_id: number
  version_id: number
  run_type: RunType
  stage: 'active' | 'paused' | 'canceled' | 'complete'
  comms: 'off' | 'test' | 'on'
  validation_level: 'error' | 'warning'
  rebaseline: boolean
  shift_fixed_times: boolean
  disable_task_notify: boolean
  start_planned: Instant
  end_planned: Instant
  start_actual: Instant
  end_actual: InstantOrNull
  pauses: Json<[number, number | null][]>
  rto: number | null
  rta: number | null
  started_by: number
  created_at: Instant
}

export interface RunTaskTable {
  run_id: number
  task_id: number
  stage: TaskStage
  completion_type: CompletionType | null
  start_planned: Instant
  end_planned: Instant
  start_ready: InstantOrNull
  start_actual: InstantOrNull
  end_actual: InstantOrNull
  started_by: number | null
  completed_by: number | null
  starters: number[]
  finishers: number[]
  changed_seq: number
  updated_at: Instant
}

export interface TaskActionTable {
  id: Generated<number>
  run_id: number
  task_id: number
  action: 'start' | 'finish' | 'skip'
  user_id: number
  created_at: Instant
}

export interface RunbookTeamTable {
  id: Generated<number>
  runbook_id: number
  team_id: number | null
  name: string
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
}

export interface EventTable {
  id: Generated<number>
  chain_id: number
  seq: number
  at: Instant
  actor_id: number
  request_id: string
  name: string
  workspace_id: number | null
  payload: string
  hash: Buffer
}

export interface IdempotencyTable {
  user_id: number
  key: string
  fingerprint: Buffer
  status: number
  headers: Json<Record<string, string>>
  body: string | null
  created_at: Instant
}

export interface Tables {
  instance: InstanceTable
  app_user: UserTable
  user_app_token: TokenTable
  session: SessionTable
  sign_in_failure: SignInFailureTable
  user_preference: PreferenceTable
  role_type: RoleTypeTable
  role: RoleTable
  workspace: WorkspaceTable
  folder: FolderTable
  team: TeamTable
  runbook_type: RunbookTypeTable
  task_type: TaskTypeTable
  custom_field: CustomFieldTable
  runbook: RunbookTable
  runbook_version: VersionTable
  stream: StreamTable
  task: TaskTable
  dependency: DependencyTable
  assignment: AssignmentTable
  task_link: TaskLinkTable
  run: RunTable
  run_task: RunTaskTable
  task_action: TaskActionTable
  runbook_team: RunbookTeamTable
  runbook_team_user: RunbookTeamUserTable
  runbook_user: RunbookUserTable
  comment: CommentTable
  event: EventTable
  idempotency_key: IdempotencyTable
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>
