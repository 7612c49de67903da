import type { CompletionType, RunType, TaskStage } from '@runsheet/contract'
import type { Generated } from 'kysely'
import type { Instant, InstantOrNull, Json } from './columns.ts'

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
