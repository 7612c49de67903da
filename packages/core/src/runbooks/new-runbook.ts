import type { FieldValues } from '../db/tables.ts'

/** What is set when a runbook is made; the rest follows. */
export interface NewRunbook {
  readonly workspace_id: number
  readonly folder_id: number | null
  readonly runbook_type_id: number
  readonly name: string
  readonly description: string | null
  readonly is_template: boolean
  readonly template_type: 'off' | 'default' | 'snippet'
  readonly master_template: boolean
  readonly status: 'off' | 'red' | 'amber' | 'green'
  readonly rto: number | null
  readonly rto_start_task: number | null
  readonly rto_end_task: number | null
  readonly timezone: string | null
  readonly auto_start: boolean
  readonly start_scheduled: number | null
  readonly end_scheduled: number | null
  readonly custom_field_values: FieldValues
}

const settings: readonly (keyof NewRunbook)[] = [
  'workspace_id',
  'folder_id',
  'runbook_type_id',
  'name',
  'description',
  'is_template',
  'template_type',
  'master_template',
  'status',
  'rto',
  'rto_start_task',
  'rto_end_task',
  'timezone',
  'auto_start',
  'start_scheduled',
  'end_scheduled',
  'custom_field_values',
]

/** The settings of a runbook, without what happened to it. */
export function pickNew(runbook: NewRunbook): NewRunbook {
  return Object.fromEntries(settings.map((name) => [name, runbook[name]])) as unknown as NewRunbook
}
