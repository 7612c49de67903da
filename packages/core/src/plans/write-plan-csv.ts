import {
  customFieldHeading,
  formatDuration,
  guardFormula,
  OUTPUT_FIELDS,
  type PlanColumn,
  planColumns,
  planColumnTitles,
  writeList,
} from '@runsheet/domain'
import { stringify } from 'csv-stringify/sync'
import type { ExportFieldValue, ExportTask } from './export-task.ts'
import { type TimeCells, timeCells } from './time-cells.ts'

export interface PlanCsvOptions {
  /** IANA name of the zone in which times are written. */
  timezone: string
  /** A byte order mark, without which spreadsheets do not recognise UTF-8. */
  bom?: boolean
}

/**
 * Writes tasks as CSV (RFC 4180, commas, CR LF): the documented columns, one column for each custom field that a task
 * uses, `Output fields`, and then what is computed. An import reads the file back as the same plan. Text that a
 * spreadsheet could run as a formula gets an apostrophe before it, which an import takes off again.
 */
export function writePlanCsv(tasks: readonly ExportTask[], options: PlanCsvOptions): string {
  const fields = fieldsOf(tasks)
  const times = timeCells(options.timezone)
  const header = [
    ...planColumns.map((column) => planColumnTitles[column]),
    ...fields.map(customFieldHeading),
    OUTPUT_FIELDS,
    ...Object.keys(outputs),
  ]
  const rows = tasks.map((task) => {
    const values = new Map(task.custom_fields.map((field) => [field.id, fieldCell(field)]))
    return [
      ...planColumns.map((column) => cells[column](task, times)),
      ...fields.map(({ id }) => values.get(id) ?? ''),
      '',
      ...Object.values(outputs).map((cell) => cell(task, times)),
    ].map(guardFormula)
  })
  return stringify([header, ...rows], {
    bom: options.bom ?? false,
    record_delimiter: 'windows',
    // Left to itself it quotes whole line ends only; the other delimiters are quoted for spreadsheets of other countries.
    quoted_match: /[\r\n;\t]/,
  })
}

type Cell = (task: ExportTask, times: TimeCells) => string

const cells: Record<PlanColumn, Cell> = {
  label: (task) => task.id,
  name: (task) => task.name,
  // With a semicolon no spreadsheet takes `1; 2` for a number.
  predecessors: (task) => task.predecessors.join('; '),
  description: (task) => task.description ?? '',
  stream: (task) => task.stream ?? '',
  sub_stream: (task) => task.sub_stream ?? '',
  task_type: (task) => task.task_type ?? '',
  duration: (task) => durationCell(task.duration),
  level: (task) => task.level?.replace('level_', 'Level ') ?? '',
  team: (task) => writeList(task.teams),
  start_fixed_date: (task, times) => times.date(task.start_fixed),
  start_fixed_time: (task, times) => times.time(task.start_fixed),
  end_fixed_date: (task, times) => times.date(task.end_fixed),
  end_fixed_time: (task, times) => times.time(task.end_fixed),
}

const outputs: Record<string, Cell> = {
  Stage: ({ outputs }) => outputs.stage,
  'Completion Type': ({ outputs }) => outputs.completion_type ?? '',
  Late: ({ outputs }) => (outputs.is_late ? 'yes' : 'no'),
  'Planned Start': ({ outputs }, times) => times.dateTime(outputs.start_planned),
  'Planned End': ({ outputs }, times) => times.dateTime(outputs.end_planned),
  'Actual Start': ({ outputs }, times) => times.dateTime(outputs.start_actual),
  'Actual End': ({ outputs }, times) => times.dateTime(outputs.end_actual),
  'Forecast Start': ({ outputs }, times) => times.dateTime(outputs.start_display),
  'Forecast End': ({ outputs }, times) => times.dateTime(outputs.end_display),
  'Elapsed Duration': ({ outputs }) => durationCell(outputs.elapsed_duration),
  'Assigned Users': ({ outputs }) => writeList(outputs.users),
}

function durationCell(seconds: number | null): string {
  return seconds === null ? '' : formatDuration(seconds)
}

function fieldCell({ value }: ExportFieldValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : writeList(value)
}

/** The custom fields that have a value somewhere, by id, so that every export of a plan has the same columns. */
function fieldsOf(tasks: readonly ExportTask[]): { id: string; name: string }[] {
  const fields = new Map<string, { id: string; name: string }>()
  for (const { custom_fields } of tasks) {
    for (const field of custom_fields) {
      if (fieldCell(field) !== '' && !fields.has(field.id)) fields.set(field.id, field)
    }
  }
  return [...fields.values()].sort((a, b) => Number(a.id) - Number(b.id))
}
