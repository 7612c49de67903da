import { taskLevels } from '@runsheet/contract'
import { parseDuration } from '../durations/duration.ts'
import { readList } from './cell-text.ts'
import type { FixedTimeReader } from './fixed-time.ts'
import type { DraftTask, TaskLevel } from './plan-draft.ts'
import type { RowCells } from './row-cells.ts'
import { labelOf, labelsIn } from './task-labels.ts'

/** A task whose predecessors are still labels. */
export interface ReadRow {
  task: DraftTask
  predecessorLabels: string[]
}

const DESCRIPTION_LENGTH = 100_000
const FIELD_VALUE_LENGTH = 20_000
const LABEL_LENGTH = 64

const LEVEL = /^(?:(?:task\s*)?level|l)?[\s_-]*([123])$/i

const expectedInstead = { no_date: 'a date', no_time: 'a time', no_zone: 'a time zone' } as const

/**
 * Reads one row. Names lose the spaces around them; descriptions and values of custom fields are kept exactly, and
 * are absent when they hold nothing but spaces.
 */
export function readRow(cells: RowCells, fixedTime: FixedTimeReader): ReadRow {
  const task: DraftTask = {
    line: cells.line,
    label: readLabel(cells),
    name: readTitle(cells),
    description: cells.text(cells.column('description'), DESCRIPTION_LENGTH),
    stream: cells.name('stream'),
    sub_stream: cells.name('sub_stream'),
    task_type: cells.name('task_type'),
    duration: readDuration(cells),
    level: readLevel(cells),
    teams: readTeams(cells),
    start_fixed: readFixed(cells, 'start_fixed', fixedTime),
    end_fixed: readFixed(cells, 'end_fixed', fixedTime),
    predecessors: [],
    custom_fields: cells.columns.custom.flatMap((column) => {
      const value = cells.text(column, FIELD_VALUE_LENGTH)
      return value === null ? [] : [{ ...column.field, value }]
    }),
  }
  if (task.sub_stream !== null && task.stream === null) {
    cells.refuse(
      'blank',
      { name: cells.heading('stream') },
      cells.column('stream') ?? cells.column('sub_stream'),
    )
  }
  return {
    task,
    predecessorLabels: labelsIn(cells.trimmed('predecessors')),
  }
}

function readTitle(cells: RowCells): string {
  const title = cells.name('name')
  if (title === null) cells.refuse('blank', { name: cells.heading('name') }, cells.column('name'))
  return title ?? ''
}

function readLabel(cells: RowCells): string | null {
  const label = labelOf(cells.trimmed('label'))
  cells.checkLength(cells.column('label'), label, LABEL_LENGTH)
  if (/[\s,;]/.test(label)) {
    // No list of predecessors could name it.
    const about = { name: cells.heading('label'), expected: 'an id', example: '12' } as const
    cells.refuse('invalid_format', about, cells.column('label'))
  }
  return label === '' ? null : label
}

function readDuration(cells: RowCells): number | null {
  const written = cells.trimmed('duration')
  if (written === '') return null
  const seconds = parseDuration(written)
  if (seconds === undefined) {
    const about = { name: cells.heading('duration'), expected: 'a duration', example: '1h 30m' } as const
    cells.refuse('invalid_format', about, cells.column('duration'))
  }
  return seconds ?? null
}

function readLevel(cells: RowCells): TaskLevel | null {
  const written = cells.trimmed('level')
  if (written === '') return null
  const level = taskLevels[Number(LEVEL.exec(written)?.[1]) - 1]
  if (!level)
    cells.refuse('invalid_enum', { name: cells.heading('level'), allowed: taskLevels }, cells.column('level'))
  return level ?? null
}

function readTeams(cells: RowCells): string[] {
  const teams = [...new Set(readList(cells.raw(cells.column('team'))).map((team) => team.trim()))].filter(
    Boolean,
  )
  for (const team of teams) cells.checkName('team', team)
  return teams
}

function readFixed(
  cells: RowCells,
  which: 'start_fixed' | 'end_fixed',
  fixedTime: FixedTimeReader,
): string | null {
  const read = fixedTime(cells.trimmed(`${which}_date`), cells.trimmed(`${which}_time`))
  if ('instant' in read) return read.instant
  const field = `${which}_${read.cell}` as const
  // Where the file has no column for the missing half, the problem is shown at the half that is there.
  const column = cells.column(field) ?? cells.column(`${which}_date`) ?? cells.column(`${which}_time`)
  const name = cells.heading(field)
  if (read.fault === 'empty') cells.refuse('blank', { name }, column)
  else cells.refuse('invalid_format', { name, expected: expectedInstead[read.fault] }, column)
  return null
}
