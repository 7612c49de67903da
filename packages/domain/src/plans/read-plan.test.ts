import { expect, test } from 'vitest'
import { type ReadPlanOptions, readPlan } from './read-plan.ts'

/** Reads rows whose first is the header; cells are separated by `|`. */
function read(lines: readonly string[], options: Partial<ReadPlanOptions> = {}) {
  const [header = [], ...rows] = lines.map((line) => line.split('|'))
  const table = { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
  return readPlan(table, { timezone: 'Europe/London', ...options })
}

function draft(...args: Parameters<typeof read>) {
  const result = read(...args)
  if (!('draft' in result)) throw new Error(JSON.stringify(result))
  return result.draft
}

function problems(...args: Parameters<typeof read>) {
  const result = read(...args)
  return 'problems' in result ? result.problems : []
}

test('every documented column is read', () => {
  const header =
    'Task ID|Title|Predecessor IDs|Description|Stream|Sub Stream|Task Type|Planned Duration|Task Level|Assigned Team|Planned Fixed Date|Planned Fixed Time|Planned due date|Planned due time|Custom field: Room [12]'
  const plan = draft([
    header,
    '#2|Switch|1|As usual|Network|Core|Milestone|1h 30m|Level 2|Ops; DBA|2026-03-01|14:30 UTC|2026-03-01|16:00|B7',
    '1|Drain',
  ])
  expect(plan.tasks).toEqual([
    {
      line: 2,
      label: '2',
      name: 'Switch',
      description: 'As usual',
      stream: 'Network',
      sub_stream: 'Core',
      task_type: 'Milestone',
      duration: 5_400,
      level: 'level_2',
      teams: ['Ops', 'DBA'],
      start_fixed: '2026-03-01T14:30:00Z',
      end_fixed: '2026-03-01T16:00:00Z',
      predecessors: [1],
      custom_fields: [{ id: '12', name: 'Room', value: 'B7' }],
    },
    {
      line: 3,
      label: '1',
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
    },
  ])
  expect(plan.labelsAreNumbers).toBe(true)
  expect(plan.columns.task_type).toEqual({ column: 'Task Type', column_number: 7 })
  expect(plan.columns['custom_field:Room']).toEqual({ column: 'Custom field: Room [12]', column_number: 15 })
})

test('columns come in any order, in any spelling of case, spaces and underscores', () => {
  const plan = draft(['depends_on|DURATION|task name|id', '1|90|B|2', '|45s|A|1'])
  expect(plan.tasks.map(({ name, duration, predecessors }) => ({ name, duration, predecessors }))).toEqual([
    { name: 'B', duration: 5_400, predecessors: [1] },
    { name: 'A', duration: 45, predecessors: [] },
  ])
})

test.each(['1,2', '#1;#2', '1 2', ' #1 , 002 ', '1, 2, 1'])(
  '“%s” names tasks 1 and 2 as predecessors',
  (cell) => {
    expect(draft(['ID|Title|Predecessors', '1|A|', '2|B|', `3|C|${cell}`]).tasks[2]?.predecessors).toEqual([
      0, 1,
    ])
  },
)

test('columns from “Output fields” on are not read, whatever their names', () => {
  expect(draft(['Title|output fields|Stage|Title', 'A||startable|B']).tasks[0]?.name).toBe('A')
})

test('rows without any value are skipped, and lines still count', () => {
  expect(draft(['Title|Description', 'A|', ' |', 'B|']).tasks.map(({ line }) => line)).toEqual([2, 4])
})

test('streams and sub-streams are listed once, parents first', () => {
  const plan = draft(['Title|Stream|Sub Stream', 'A|Net|LAN', 'B|Db|', 'C|Net|WAN', 'D|Net|LAN', 'E||'])
  expect(plan.streams).toEqual([
    { name: 'Net', parent: null },
    { name: 'LAN', parent: 'Net' },
    { name: 'WAN', parent: 'Net' },
    { name: 'Db', parent: null },
  ])
})

test('names lose the spaces around them, descriptions and custom fields keep them', () => {
  const [task] = draft(['Title|Description|Room (custom field)', ' A | x | y ']).tasks
  expect(task).toMatchObject({
    name: 'A',
    description: ' x ',
    custom_fields: [{ name: 'Room', value: ' y ' }],
  })
})

test.each(['1', 'L1', 'level_1', 'Level 1', 'Task level 1'])('“%s” is the first level', (cell) => {
  expect(draft(['Title|Level', `A|${cell}`]).tasks[0]?.level).toBe('level_1')
})

test('one slash date with a day above the twelfth decides how all of the file are read', () => {
  const plan = draft(['Title|Fixed date|Fixed time', 'A|03/04/2026|10:00', 'B|03/25/2026|10:00'])
  expect(plan.tasks[0]?.start_fixed).toBe('2026-03-04T10:00:00Z')
})

test('every bad cell is a problem with its line and column, all of them at once', () => {
  const found = problems([
    'ID|Title|Predecessors|Duration|Level|Fixed date|Fixed time|Stream|Sub Stream',
    '1||||||||',
    '2|B|1, 9|||||Net|',
    '2|C||soon|||||',
    '4|D|4||4||||',
    '5|E||||2026-03-01|||',
    '6|F||||2026-03-01|14:30 XYZ||',
    '7|G|||||||LAN',
    '8|a\tb|||||||',
    '9 9|I|||||||',
  ])
  expect(found).toEqual([
    { code: 'blank', about: { name: 'Title' }, meta: { line: 2, column: 'Title', column_number: 2 } },
    {
      code: 'related_not_found',
      about: { type: 'task', id: '9' },
      meta: { line: 3, column: 'Predecessors', column_number: 3 },
    },
    {
      code: 'invalid_format',
      about: { name: 'Duration', expected: 'a duration', example: '1h 30m' },
      meta: { line: 4, column: 'Duration', column_number: 4 },
    },
    { code: 'taken', about: { name: 'ID', value: '2' }, meta: { line: 4, column: 'ID', column_number: 1 } },
    {
      code: 'invalid_enum',
      about: { name: 'Level', allowed: ['level_1', 'level_2', 'level_3'] },
      meta: { line: 5, column: 'Level', column_number: 5 },
    },
    {
      code: 'self_dependency',
      about: { id: '4' },
      meta: { line: 5, column: 'Predecessors', column_number: 3 },
    },
    {
      code: 'blank',
      about: { name: 'Fixed time' },
      meta: { line: 6, column: 'Fixed time', column_number: 7 },
    },
    {
      code: 'invalid_format',
      about: { name: 'Fixed time', expected: 'a time zone' },
      meta: { line: 7, column: 'Fixed time', column_number: 7 },
    },
    { code: 'blank', about: { name: 'Stream' }, meta: { line: 8, column: 'Stream', column_number: 8 } },
    {
      code: 'invalid_format',
      about: { name: 'Title', expected: 'one of the documented forms' },
      meta: { line: 9, column: 'Title', column_number: 2 },
    },
    {
      code: 'invalid_format',
      about: { name: 'ID', expected: 'an id', example: '12' },
      meta: { line: 10, column: 'ID', column_number: 1 },
    },
  ])
})

test('a cycle is told with its path, at the line of its first task', () => {
  expect(problems(['ID|Title|Predecessors', '1|A|3', '2|B|1', '3|C|2'])).toEqual([
    {
      code: 'circular_dependency',
      about: { path: ['1', '2', '3', '1'] },
      meta: { line: 2, column: 'Predecessors', column_number: 3 },
    },
  ])
})

test('a title has at most 255 characters, counted as people count them', () => {
  expect(draft(['Title', '🚀'.repeat(255)]).tasks).toHaveLength(1)
  expect(problems(['Title', 'x'.repeat(256)])[0]).toMatchObject({ code: 'too_long', about: { limit: 255 } })
})

test('the first thousand problems are told, and all are counted', () => {
  const result = read(['ID|Title', ...Array.from({ length: 1_500 }, () => '1|')])
  if (!('problems' in result)) throw new Error('every row is wrong')
  // 1 500 empty titles and 1 499 repeated ids.
  expect(result.total).toBe(2_999)
  expect(result.problems).toHaveLength(1_000)
})

test('a file without a column of titles is refused for that alone', () => {
  expect(problems(['ID|Duration', '1|soon'])).toEqual([
    { code: 'missing_attribute', about: { name: 'Title' }, meta: { line: 1 } },
  ])
})

test('a column that nobody knows is refused by name, unless it is mapped to null', () => {
  const lines = ['Title|Cost centre', 'A|7']
  expect(problems(lines)).toMatchObject([
    { code: 'unknown_column', about: { name: 'Cost centre' }, meta: { line: 1, column_number: 2 } },
  ])
  expect(draft(lines, { mapping: { 'Cost centre': null } }).tasks[0]?.custom_fields).toEqual([])
})

test('a column without heading is no problem while it is empty', () => {
  expect(draft(['Title|', 'A|']).tasks).toHaveLength(1)
  expect(problems(['Title|', 'A|x'])).toMatchObject([{ code: 'unknown_column', about: { name: '#2' } }])
})

test('the mapping decides before the headings do', () => {
  const plan = draft(['Was|Title|Cost', 'A|long text|7'], {
    mapping: { Was: 'name', Title: 'description', Cost: 'custom_field:Cost centre' },
  })
  expect(plan.tasks[0]).toMatchObject({
    name: 'A',
    description: 'long text',
    custom_fields: [{ id: null, name: 'Cost centre', value: '7' }],
  })
})

test('a mapping may name columns and fields that exist, and nothing else', () => {
  const found = problems(['Title|X', 'A|1'], { mapping: { X: 'colour', Y: 'duration' } })
  expect(found).toMatchObject([
    { code: 'unknown_column', about: { name: 'colour' }, source: { parameter: 'mapping' } },
    {
      code: 'unknown_column',
      about: { name: 'Y', allowed: ['Title', 'X'] },
      source: { parameter: 'mapping' },
    },
  ])
})

test('two columns cannot hold the same field', () => {
  expect(problems(['Title|Name', 'A|B'])).toEqual([
    {
      code: 'taken',
      about: { name: 'Name', value: 'Title' },
      meta: { line: 1, column: 'Name', column_number: 2 },
    },
  ])
})

test('the order of the rows changes nothing but their positions', () => {
  const lines = ['1|A|', '2|B|1', '3|C|1;2', '4|D|3']
  expect(predecessorsByLabel(lines.toReversed())).toEqual(predecessorsByLabel(lines))
})

function predecessorsByLabel(rows: readonly string[]) {
  const { tasks } = draft(['ID|Title|Predecessors', ...rows])
  return new Map(tasks.map(({ label, predecessors }) => [label, predecessors.map((p) => tasks[p]?.label)]))
}
