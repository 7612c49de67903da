import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { applyMend } from './apply-mend.ts'
import type { Mend } from './mend.ts'
import type { PlanTable } from './plan-table.ts'
import { type ReviewOptions, reviewFile } from './review-file.ts'

const options: ReviewOptions = { timezone: 'Europe/Berlin', startScheduled: '2026-11-28T21:00:00Z' }

/** Rows whose first is the header; cells are separated by `|`. */
function tableOf(...lines: string[]): PlanTable {
  const [header = [], ...rows] = lines.map((line) => line.split('|'))
  return { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
}

const found = (table: PlanTable) =>
  reviewFile(table, options).findings.map(({ line, column, value, problem, mends }) => [
    line,
    column,
    value,
    problem.code,
    ...mends,
  ])

/** What becomes of the first cell that is wrong by its likeliest repair. */
function repaired(...lines: string[]): { mend: Mend | undefined; rows: string[] } {
  const table = tableOf(...lines)
  const { findings, columns } = reviewFile(table, options)
  const mend = findings[0]?.mends[0]
  const mended = mend ? applyMend(table, mend, columns) : table
  return { mend, rows: mended.rows.map(({ cells }) => cells.join('|')) }
}

test.each<[string, string[], Partial<Mend>, string]>([
  [
    'a label given twice becomes the next number',
    ['ID|Title', '7|A', '7|B'],
    { kind: 'renumber', value: '8' },
    '8|B',
  ],
  [
    'an id with spaces gets hyphens',
    ['ID|Title', 'A|X', 'A 1|B'],
    { kind: 'use_value', value: 'A-1', reason: 'no_separators' },
    'A-1|B',
  ],
  [
    'a task does not wait for itself',
    ['ID|Title|Predecessors', '1|A|', '2|B|1, #2'],
    { kind: 'leave_out_predecessor', label: '2' },
    '2|B|1',
  ],
  [
    'a label one letter away is meant where it is the only one',
    ['ID|Title|Predecessors', 'NET-1|A|', 'DB-4|B|NTE-1'],
    { kind: 'replace_predecessor', label: 'NTE-1', by: 'NET-1' },
    'DB-4|B|NET-1',
  ],
  [
    'a nought written as a letter is meant as a nought',
    ['ID|Title|Predecessors', '10|A|', '2|B|1O'],
    { kind: 'replace_predecessor', label: '1O', by: '10' },
    '2|B|10',
  ],
  [
    'a title that is missing is taken from the description',
    ['ID|Title|Description', '1|A|', '2||Stop the batch'],
    { kind: 'use_value', value: 'Stop the batch', reason: 'from_description' },
    '2|Stop the batch|Stop the batch',
  ],
  [
    'a level is the only figure from 1 to 3',
    ['Title|Level', 'A|1', 'B|Lvl. 2'],
    { kind: 'use_value', value: 'Level 2', reason: 'level_number' },
    'B|Level 2',
  ],
  [
    'a stream that is missing is that of the row above',
    ['Title|Stream|Sub Stream', 'A|Net|LAN', 'B||WAN'],
    { kind: 'use_value', value: 'Net', reason: 'row_above' },
    'B|Net|WAN',
  ],
  [
    'a name on two lines is put on one',
    ['Title|Stream', 'A|Net', 'B\n(late)|Net'],
    { kind: 'use_value', value: 'B (late)', reason: 'one_line' },
    'B (late)|Net',
  ],
  [
    'a day above the twelfth where months stand is a day',
    ['Title|Fixed date|Fixed time', 'A|28/11/2026|22:00', 'B|11/29/2026|01:00'],
    { kind: 'use_value', value: '2026-11-29', reason: 'day_and_month' },
    'B|2026-11-29|01:00',
  ],
  [
    'a time without a day follows the scheduled start',
    ['Title|Fixed time', 'A|2026-11-28 23:30', 'B|02:30'],
    { kind: 'use_value', value: '2026-11-29 02:30', reason: 'after_start' },
    'B|2026-11-29 02:30',
  ],
  [
    'a time without a day gets it in the column of days',
    ['Title|Fixed date|Fixed time', 'A||', 'B||23:30'],
    { kind: 'use_value', value: '2026-11-28', reason: 'after_start' },
    'B|2026-11-28|23:30',
  ],
  [
    'a day without a time is no fixed time',
    ['Title|Fixed date|Fixed time', 'A||', 'B|2026-11-28|'],
    { kind: 'leave_empty', columns: [1, 2] },
    'B||',
  ],
  [
    'what follows a time and is no zone is left out',
    ['Title|Fixed date|Fixed time', 'A||', 'B|2026-11-28|22:30 local'],
    { kind: 'use_value', value: '22:30', reason: 'runbook_zone' },
    'B|2026-11-28|22:30',
  ],
])('%s', (_rule, lines, mend, row) => {
  const after = repaired(...lines)
  expect(after.mend).toMatchObject(mend)
  expect(after.rows[1]).toBe(row)
})

test('a row without a title and a description is left out', () => {
  expect(repaired('ID|Title', '1|A', '2|')).toMatchObject({
    mend: { kind: 'leave_out_row', line: 3 },
    rows: ['1|A'],
  })
})

test('two labels given twice become two numbers', () => {
  const mends = reviewFile(tableOf('ID|Title', '3|A', '3|B', '3|C'), options).findings.map(
    ({ mends }) => mends[0],
  )
  expect(mends).toMatchObject([
    { line: 3, value: '4' },
    { line: 4, value: '5' },
  ])
})

test('of tasks that wait for each other the link back from the last to the first is removed', () => {
  const table = tableOf('ID|Title|Predecessors', '12|A|9 15', '15|B|12', '9|C|')
  expect(found(table)).toEqual([
    [2, 2, '9 15', 'circular_dependency', { kind: 'remove_link', line: 2, column: 2, from: '15', to: '12' }],
  ])
  expect(reviewFile(table, options).draft?.tasks.map(({ predecessors }) => predecessors)).toEqual([
    [2],
    [0],
    [],
  ])
  expect(repaired('ID|Title|Predecessors', '12|A|9 15', '15|B|12', '9|C|').rows[0]).toBe('12|A|9')
})

const anyFile = array(
  record({
    label: constantFrom('', '1', '2', '#3', 'A 1', 'B-1', '1O', 'x'.repeat(65)),
    name: constantFrom('', 'A', 'B\nC', 'n'.repeat(256)),
    predecessors: constantFrom('', '1', '2, 3', '1; 9', 'B-2', '10', 'A 1', '#1 #1', '12FS'),
    description: constantFrom('', 'First\nsecond', '=risky', '<b>bold</b>'),
    stream: constantFrom('', 'Net', 'N\tet', 's'.repeat(300)),
    sub_stream: constantFrom('', 'LAN', 'L\u2028AN'),
    task_type: constantFrom('', 'Normal', 'a\tb'),
    duration: constantFrom('', '5', '1h3O', 'soon', '90 min.', '-1', '99999999999'),
    level: constantFrom('', '2', 'Lvl 3', '7', '1 or 2'),
    team: constantFrom('', 'Ops; QA', 'a\tb', 't'.repeat(256)),
    start_fixed_date: constantFrom(
      '',
      '2026-11-28',
      '28/11/2026',
      '11/28/2026',
      'Saturday',
      '28.11.26',
      '2026-11-28 22:00',
    ),
    start_fixed_time: constantFrom('', '22:30', '22:3O', '22:30 local', 'noon', '2026-11-28 22:00 Mars/Base'),
    end_fixed_time: constantFrom('', '22:30', 'late', '2026-02-30 10:00'),
  }),
  { maxLength: 6 },
)

test('repairs, taken one after the other, mend every problem that has one, and come to an end', () => {
  assert(
    property(anyFile, constantFrom(0, 1, 9), (rows, choice) => {
      const fields = [
        'label',
        'name',
        'predecessors',
        'description',
        'stream',
        'sub_stream',
        'task_type',
        'duration',
        'level',
        'team',
        'start_fixed_date',
        'start_fixed_time',
        'end_fixed_time',
      ] as const
      const mapping = Object.fromEntries(fields.map((field) => [field, field]))
      let table: PlanTable = {
        header: [...fields],
        rows: rows.map((row, index) => ({ line: index + 2, cells: fields.map((field) => row[field]) })),
      }
      const all = { ...options, mapping }
      // More than every cell and every predecessor once.
      const most = rows.length * (fields.length + 4)
      for (let count = 0; ; count += 1) {
        expect(count).toBeLessThanOrEqual(most)
        const { findings, columns } = reviewFile(table, all)
        const finding = findings.find(({ mends }) => mends.length > 0)
        expect(findings).toHaveLength(findings.filter(({ mends }) => mends.length > 0).length)
        if (!finding) break
        const mend = finding.mends.at(Math.min(choice, finding.mends.length - 1))!
        const mended = applyMend(table, mend, columns)
        const again = reviewFile(mended, all).findings
        const same = (other: typeof finding) =>
          other.line === finding.line &&
          other.column === finding.column &&
          JSON.stringify(other.problem) === JSON.stringify(finding.problem)
        expect([mend, again.filter(same)]).toEqual([mend, []])
        table = mended
      }
    }),
    { numRuns: 200 },
  )
})
