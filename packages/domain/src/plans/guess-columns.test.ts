import { expect, test } from 'vitest'
import { chooseField, guessColumns, mappingOf, uniqueHeadings } from './guess-columns.ts'
import { reviewFile } from './review-file.ts'

const tableOf = (header: string[], ...rows: string[][]) => ({
  header,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
})

const file = tableOf(
  ['Task ID', 'Title', 'Predecessor IDs', 'Stream', 'Est. minutes', 'Type', 'Responsible', 'Remarks'],
  ['', 'Announce', '', '', '5', '', '', ''],
  ['101', 'Stop card batch', '100; 98', 'Cards', '25', 'Normal', 'Card Ops', 'see CHG-8841'],
)

test('each column is shown with its first value and what it seems to hold', () => {
  const seen = guessColumns(file).map(({ heading, example, field, certainty }) => [
    heading,
    example,
    field,
    certainty,
  ])
  expect(seen).toEqual([
    ['Task ID', '101', 'label', 'known'],
    ['Title', 'Announce', 'name', 'known'],
    ['Predecessor IDs', '100; 98', 'predecessors', 'known'],
    ['Stream', 'Cards', 'stream', 'known'],
    ['Est. minutes', '5', 'duration', 'guessed'],
    ['Type', 'Normal', 'task_type', 'known'],
    ['Responsible', 'Card Ops', 'team', 'guessed'],
    ['Remarks', 'see CHG-8841', null, 'unknown'],
  ])
})

test.each([
  ['Step no', 'label'],
  ['Activity', 'name'],
  ['Depends on task(s)', 'predecessors'],
  ['Start after', 'predecessors'],
  ['Instructions', 'description'],
  ['Workstream/Area', 'stream'],
  ['Estimated duration (min)', 'duration'],
  ['durationMinutes', 'duration'],
  ['Dauer', 'duration'],
  ['Responsible team', 'team'],
  ['Due (date)', 'end_fixed_date'],
])('“%s” is taken for %s', (heading, field) => {
  expect(guessColumns(tableOf([heading], []))[0]).toMatchObject({ field })
})

test.each([
  'Duration (hours)',
  'Actual duration',
  'Remarks',
  'Owner email',
  'Owner, duration',
  'Planned start',
  'Change number',
  'Dependency type',
  'Min. team',
  '',
])('“%s” is left to a person', (heading) => {
  expect(guessColumns(tableOf([heading], []))[0]).toMatchObject({ field: null, certainty: 'unknown' })
})

test('a column of durations that cannot be read is not guessed', () => {
  expect(guessColumns(tableOf(['Est. minutes'], ['soon'], ['later']))[0]?.field).toBeNull()
  expect(guessColumns(tableOf(['Est. minutes'], ['soon'], ['5']))[0]?.field).toBe('duration')
})

test('a field is given once: a known heading wins over a guess before it, the first of two over the second', () => {
  const fields = guessColumns(tableOf(['Responsible', 'Team', 'Owner'], [])).map(({ field }) => field)
  expect(fields).toEqual([null, 'team', null])
})

test('custom fields are known by the heading of an export, and guessed by their own names', () => {
  const columns = guessColumns(tableOf(['Custom field: Room [12]', 'region'], []), {
    customFields: ['Region'],
  })
  expect(columns.map(({ field, certainty }) => [field, certainty])).toEqual([
    ['custom_field:Room [12]', 'known'],
    ['custom_field:Region', 'guessed'],
  ])
})

test('columns that an export computes are not imported', () => {
  const columns = guessColumns(tableOf(['Title', 'Output fields', 'Stage', 'Duration'], []))
  expect(columns.map(({ field }) => field)).toEqual(['name', null, null, null])
  expect(columns[3]?.certainty).toBe('computed')
})

test('headings that come twice or are missing get names of their own', () => {
  const table = tableOf(['Title', 'Note', 'Note', 'Note (2)', '', ''], ['A', '1', '2', '3', '4', ''])
  expect(uniqueHeadings(table).header).toEqual(['Title', 'Note', 'Note (3)', 'Note (2)', '#5', ''])
  expect(uniqueHeadings(file)).toBe(file)
})

test('the mapping says of every column what it holds, so that an import refuses none', () => {
  const table = uniqueHeadings(
    tableOf(['What', 'Title', 'Title', 'Est. minutes', ''], ['x', 'A', 'B', '5', 'y']),
  )
  const mapping = mappingOf(guessColumns(table))
  expect(mapping).toEqual({
    What: null,
    Title: 'name',
    'Title (2)': null,
    'Est. minutes': 'duration',
    '#5': null,
  })
  const { draft, total } = reviewFile(table, { timezone: 'UTC', mapping })
  expect([total, draft?.tasks[0]]).toMatchObject([0, { name: 'A', duration: 300 }])
})

test('a field that a person gives to a column is taken from the one that had it', () => {
  const columns = chooseField(guessColumns(file), 7, 'team')
  expect([columns[6], columns[7]]).toMatchObject([
    { field: null, certainty: 'chosen' },
    { field: 'team', certainty: 'chosen' },
  ])
  expect(chooseField(columns, 7, null)[7]?.field).toBeNull()
})
