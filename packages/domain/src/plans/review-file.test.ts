import { expect, test } from 'vitest'
import { applyMend, editCell, leaveOutRow } from './apply-mend.ts'
import { parseCsv, parseWideCsv } from './parse-csv.ts'
import type { PlanTable } from './plan-table.ts'
import { leaveOutWrongRows, placeProblems, type ReviewOptions, reviewFile } from './review-file.ts'

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

const cutOver = tableOf(
  'ID|Title|After|Stream|Takes',
  '98|Announce||Command|5',
  '101|Stop batch|98|Cards|25',
  '102|Copy limits|101; 205|Cards|40',
  '103|Cut links|102|Links|1h3O',
)
const mapped = { ...options, mapping: { After: 'predecessors', Takes: 'duration' } }

test('all problems of a file stand at their cells, each with its repairs', () => {
  const { findings, total, draft } = reviewFile(cutOver, mapped)
  expect(findings).toMatchObject([
    {
      line: 4,
      column: 2,
      field: 'predecessors',
      value: '101; 205',
      problem: { code: 'related_not_found', about: { id: '205' } },
      mends: [{ kind: 'leave_out_predecessor', line: 4, column: 2, label: '205' }],
    },
    {
      line: 5,
      column: 4,
      field: 'duration',
      value: '1h3O',
      problem: { code: 'invalid_format' },
      mends: [
        { kind: 'use_value', line: 5, column: 4, value: '1h 30m', reason: 'letter_o' },
        { kind: 'leave_empty', line: 5, columns: [4] },
      ],
    },
  ])
  expect(total).toBe(2)
  expect(draft?.tasks.map(({ duration, predecessors }) => [duration, predecessors])).toEqual([
    [300, []],
    [1_500, [0]],
    [2_400, [1]],
    [null, [2]],
  ])
})

test('rows with problems can be left out all at once, and nobody waits for them', () => {
  const { table, lines } = leaveOutWrongRows(cutOver, mapped)
  expect(lines).toEqual([4, 5])
  expect(reviewFile(table, mapped)).toMatchObject({ total: 0, findings: [] })
  expect(table.rows.map(({ line }) => line)).toEqual([2, 3])
})

test('a row that is left out is no predecessor any more, unless another has its label', () => {
  const columns = { label: 0, predecessors: 2 }
  const table = tableOf('ID|Title|Predecessors', '1|A|', '2|B|#1', '3|C|1; 02', '2|D|3')
  expect(leaveOutRow(table, 2, columns).rows.map(({ cells }) => cells[2])).toEqual(['', '02', '3'])
  expect(leaveOutRow(table, 3, columns).rows.map(({ cells }) => cells[2])).toEqual(['', '1; 02', '3'])
  expect(leaveOutRow(table, 9, columns)).toBe(table)
})

test('an edit shares every other row, and may write a cell that the row does not have yet', () => {
  const table = tableOf('ID|Title|Duration', '1|A', '2|B|5')
  const edited = editCell(table, 2, 2, '10')
  expect(edited.rows[0]?.cells).toEqual(['1', 'A', '10'])
  expect(edited.rows[1]).toBe(table.rows[1])
  expect(editCell(table, 3, 2, '5')).toBe(table)
  expect(editCell(table, 7, 2, '5')).toBe(table)
})

test('what the server finds stands at the same cells, with repairs from the names that it knows', () => {
  const table = tableOf('Title|Task Type|Team|Custom field: Room', 'A|Milestoen|Ops; Clowns|x')
  const known = { ...options, taskTypes: ['Normal', 'Milestone'], teams: ['Ops', 'Clown'] }
  const { draft } = reviewFile(table, known)
  const place = (column_number: number, more = {}) => ({
    meta: { line: 2, column: '', column_number, ...more },
  })
  const findings = placeProblems(
    table,
    draft,
    [
      { code: 'related_not_found', detail: 'There is no such type.', ...place(2) },
      { code: 'not_a_participant', detail: '', ...place(3, { value: 'Clowns' }) },
      { code: 'custom_field_not_found', detail: '', ...place(4) },
    ],
    known,
  )
  expect(findings.map(({ field, mends }) => [field, ...mends])).toEqual([
    [
      'task_type',
      { kind: 'use_value', line: 2, column: 1, value: 'Milestone', reason: 'close_name' },
      { kind: 'leave_empty', line: 2, columns: [1] },
    ],
    [
      'team',
      { kind: 'use_value', line: 2, column: 2, value: 'Ops; Clown', reason: 'close_name' },
      { kind: 'leave_out_team', line: 2, column: 2, name: 'Clowns' },
    ],
    ['custom_field:Room'],
  ])
  expect(applyMend(table, findings[1]!.mends[1]!, {}).rows[0]?.cells[2]).toBe('Ops')
  expect(findings[0]?.problem.detail).toBe('There is no such type.')
})

test('a problem of the columns has the line of the header and nothing to repair in the rows', () => {
  expect(found(tableOf('Title|Cost', 'A|5'))).toEqual([[1, 1, 'Cost', 'unknown_column']])
  expect(reviewFile(tableOf('Cost', '5'), options)).toMatchObject({ draft: null, total: 2 })
})

test('a row with more cells than the header is a problem of the row, which can be left out', () => {
  const parsed = parseWideCsv('ID,Title\n1,A\n2,B, and more\nx y,C,\n')
  if (!('table' in parsed)) throw new Error(JSON.stringify(parsed))
  expect(found(parsed.table).map(([line, column, , code]) => [line, column, code])).toEqual([
    [3, null, 'invalid_csv'],
    [4, 0, 'invalid_format'],
  ])
  expect(found(parsed.table)[0]?.at(-1)).toEqual({ kind: 'leave_out_row', line: 3 })
  expect(leaveOutWrongRows(parsed.table, options).lines).toEqual([3, 4])
  expect(parseCsv('ID,Title\n1,A,x\n')).toMatchObject({ total: 1 })
})
