import type { taskLevels } from '@runsheet/contract'
import type { PlanField } from './plan-columns.ts'
import type { PlanPlace } from './problem-list.ts'

export type TaskLevel = (typeof taskLevels)[number]

/** A plan as a file tells it, checked as far as the file alone allows: names are not yet looked up anywhere. */
export interface PlanDraft {
  tasks: DraftTask[]
  /** Every stream and sub-stream that a task names, once each, parents before their children. */
  streams: DraftStream[]
  /** Every label that is given is a positive integer, so the labels can serve as task numbers. */
  labelsAreNumbers: boolean
  /** Where the values of a field stand, for problems that are found later; custom fields by `custom_field:<name>`. */
  columns: Partial<Record<PlanField, Required<Omit<PlanPlace, 'line'>>>>
}

export interface DraftStream {
  name: string
  /** The stream that it belongs to; null for a stream of the first level. */
  parent: string | null
}

export interface DraftTask {
  /** Where the row begins, counted in lines of the file from 1. */
  line: number
  /** The id that the file gives to the row, without `#` and leading zeros. */
  label: string | null
  name: string
  description: string | null
  stream: string | null
  sub_stream: string | null
  /** Name or key, as written. */
  task_type: string | null
  /** Whole seconds. */
  duration: number | null
  level: TaskLevel | null
  teams: string[]
  /** An instant in UTC, ISO 8601 with whole seconds. */
  start_fixed: string | null
  end_fixed: string | null
  /** Positions in `tasks`, in the order of the cell, each once. */
  predecessors: number[]
  /** Only those with a value, in the order of the columns. */
  custom_fields: DraftFieldValue[]
}

export interface DraftFieldValue {
  /** Where the header has it; it may come from another instance, so the name must agree too. */
  id: string | null
  name: string
  /** As written. Of a field with several values it is a list: see `readList`. */
  value: string
}
