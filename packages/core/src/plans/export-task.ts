import type { TaskLevel } from '@runsheet/domain'

/** A task as exports show it. Instants are ISO 8601 in UTC; durations whole seconds; ids are task numbers. */
export interface ExportTask {
  id: string
  name: string
  description: string | null
  stream: string | null
  sub_stream: string | null
  /** The name of the type. */
  task_type: string | null
  duration: number | null
  level: TaskLevel | null
  teams: readonly string[]
  start_fixed: string | null
  end_fixed: string | null
  predecessors: readonly string[]
  custom_fields: readonly ExportFieldValue[]
  /** What is computed or happened, and is not read back. */
  outputs: ExportOutputs
}

export interface ExportFieldValue {
  id: string
  name: string
  /** A list for fields that hold several values. */
  value: string | readonly string[] | null
}

export interface ExportOutputs {
  stage: string
  completion_type: string | null
  is_late: boolean
  start_planned: string | null
  end_planned: string | null
  start_actual: string | null
  end_actual: string | null
  /** Forecast; null where none was asked for. */
  start_display: string | null
  end_display: string | null
  elapsed_duration: number | null
  /** E-mail addresses of the assigned people. */
  users: readonly string[]
}
