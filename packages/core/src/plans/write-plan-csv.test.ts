import { expect, test } from 'vitest'
import type { ExportOutputs, ExportTask } from './export-task.ts'
import { planJson } from './plan-json.ts'
import { writePlanCsv } from './write-plan-csv.ts'

const notRun: ExportOutputs = {
  stage: 'not_startable',
  completion_type: null,
  is_late: false,
  start_planned: null,
  end_planned: null,
  start_actual: null,
  end_actual: null,
  start_display: null,
  end_display: null,
  elapsed_duration: null,
  users: [],
}

function task(attributes: Partial<ExportTask> = {}): ExportTask {
  return {
    id: '1',
    name: 'Drain',
    description: null,
    stream: null,
    sub_stream: null,
    task_type: null,
    duration: null,
    level: null,
    teams: [],
    start_fixed: null,
    end_fixed: null,
    predecessors: [],
    custom_fields: [],
    outputs: notRun,
    ...attributes,
  }
}

/** The cells of one task by heading; only for tasks without line breaks and commas. */
function cellsOf(exported: ExportTask, timezone = 'Europe/London') {
  const [header = '', row = ''] = writePlanCsv([exported], { timezone }).split('\r\n')
  const cells = row.split(',')
  return Object.fromEntries(header.split(',').map((heading, index) => [heading, cells[index]]))
}

test('the documented columns come first, then custom fields, then what is computed', () => {
  const csv = writePlanCsv([task({ custom_fields: [{ id: '7', name: 'Room', value: 'B7' }] })], {
    timezone: 'UTC',
  })
  expect(csv.split('\r\n')[0]).toBe(
    'Task ID,Title,Predecessor IDs,Description,Stream,Sub Stream,Task Type,Planned Duration,Task Level,Assigned Team,' +
      'Planned Fixed Date,Planned Fixed Time,Planned Due Date,Planned Due Time,Custom field: Room [7],Output fields,' +
      'Stage,Completion Type,Late,Planned Start,Planned End,Actual Start,Actual End,Forecast Start,Forecast End,' +
      'Elapsed Duration,Assigned Users',
  )
})

test('values are written as people read them', () => {
  const exported = task({
    predecessors: ['2', '3'],
    duration: 5_400,
    level: 'level_2',
    teams: ['Ops', 'DBA'],
    outputs: { ...notRun, stage: 'complete', is_late: true, elapsed_duration: 61, users: ['a@example.com'] },
  })
  expect(cellsOf(exported)).toMatchObject({
    'Task ID': '1',
    'Predecessor IDs': '"2; 3"',
    'Planned Duration': '1h 30m',
    'Task Level': 'Level 2',
    'Assigned Team': '"Ops; DBA"',
    Stage: 'complete',
    Late: 'yes',
    'Elapsed Duration': '1m 1s',
    'Assigned Users': 'a@example.com',
  })
})

test('times are written in the zone that was asked for, which stands beside them', () => {
  const exported = task({
    start_fixed: '2026-07-01T22:30:00Z',
    outputs: { ...notRun, start_planned: '2026-07-01T22:30:00Z' },
  })
  expect(cellsOf(exported, 'Europe/Berlin')).toMatchObject({
    'Planned Fixed Date': '2026-07-02',
    'Planned Fixed Time': '00:30:00 Europe/Berlin',
    'Planned Start': '2026-07-02 00:30:00 Europe/Berlin',
  })
})

test('the second of two hours of the same name is written with its offset', () => {
  // London leaves summer time at 01:00 UTC on 25 October 2026.
  expect(cellsOf(task({ start_fixed: '2026-10-25T00:30:00Z' }))['Planned Fixed Time']).toBe(
    '01:30:00 Europe/London',
  )
  expect(cellsOf(task({ start_fixed: '2026-10-25T01:30:00Z' }))['Planned Fixed Time']).toBe('01:30:00 +00:00')
})

test('a zone whose name is an abbreviation too is written as an offset', () => {
  expect(cellsOf(task({ start_fixed: '2026-07-01T12:00:00Z' }), 'CET')['Planned Fixed Time']).toBe(
    '14:00:00 +02:00',
  )
})

test('text that a spreadsheet could run as a formula has an apostrophe before it', () => {
  expect(cellsOf(task({ name: '=HYPERLINK(A1)', stream: '@home', teams: ['-x'] }))).toMatchObject({
    Title: "'=HYPERLINK(A1)",
    Stream: "'@home",
    'Assigned Team': "'-x",
  })
})

test('the byte order mark is written on demand', () => {
  expect(writePlanCsv([task()], { timezone: 'UTC' })).toMatch(/^Task ID/)
  expect(writePlanCsv([task()], { timezone: 'UTC', bom: true })).toMatch(/^\uFEFFTask ID/)
})

test('the JSON export names its format and zone, and keeps instants in UTC', () => {
  const tasks = [task({ start_fixed: '2026-07-01T22:30:00Z' })]
  expect(planJson(tasks, { timezone: 'Europe/Berlin' })).toEqual({
    format: 'runsheet.plan',
    version: 1,
    timezone: 'Europe/Berlin',
    tasks,
  })
})
