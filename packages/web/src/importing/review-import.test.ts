import { guessColumns, parseWideCsv } from '@runsheet/domain'
import { expect, test } from 'vitest'
import { importState } from './import-state.ts'
import { type ImportSurroundings, type Refused, reviewImport } from './review-import.ts'

const around: ImportSurroundings = {
  timezone: 'UTC',
  startScheduled: null,
  streams: [{ name: 'Command', parent: null }],
  teams: ['Cards'],
  taskTypes: [{ name: 'Milestone', key: 'milestone', icon: null, zero_duration: true, off_end: false }],
}

function review(text: string, refused: readonly Refused[] = []) {
  const parsed = parseWideCsv(text)
  if ('problems' in parsed) throw new Error('the file of the test cannot be read')
  const { table } = parsed
  return reviewImport({ table, columns: guessColumns(table), around, refused, language: 'en', now: 0 })
}

const stateOf = (text: string) =>
  importState({
    review: review(text),
    isCurrent: true,
    rehearsal: { state: 'passed' },
    hasOpenDates: false,
    isOnline: true,
    isMissing: false,
  })

test('a file in order is ready as it is', () => {
  const found = review('Title,Stream,Duration,Type,Team\nStop,Command,10,milestone,cards\nGo,Cards,20,,\n')
  expect(found.findings).toEqual([])
  expect(found.csv).toBe(
    'Title,Stream,Duration,Type,Team\r\nStop,Command,10,milestone,cards\r\nGo,Cards,20,,\r\n',
  )
  expect(found.picture?.newStreams).toEqual([{ name: 'Cards', parent: null }])
})

test('the rows in order can come without the wrong ones', () => {
  const state = stateOf('Title,Duration\nStop,1h3O\nGo,20\n')
  expect([state.ready, state.wrong, state.partial]).toEqual([1, 1, { ready: 1, out: 1 }])
  expect([state.canBringAll, state.canBringPartial]).toEqual([false, true])
})

test('what is sent keeps the lines of the file', () => {
  expect(review('Title,Duration\nStop,1h3O\nGo,20\n').csv).toBe('Title,Duration\r\n\r\nGo,20\r\n')
})

test('teams and types that are not there are told at their cells, as the server would', () => {
  const found = review('Title,Team,Type\nStop,Cards; QA,Milestone\nGo,qa,Errand\n')
  expect(found.findings.map(({ code, line, column, named }) => [code, line, column, named])).toEqual([
    ['not_a_participant', 2, 1, 'QA'],
    ['related_not_found', 3, 2, 'Errand'],
    ['not_a_participant', 3, 1, 'qa'],
  ])
  expect(found.unknownTeams).toEqual([{ name: 'QA', count: 2 }])
})

test('a refusal of the server stands until its cell is another', () => {
  const refused = [
    {
      code: 'custom_field_invalid_value',
      detail: 'No.',
      value: '20',
      meta: { line: 2, column: 'Duration', column_number: 2 },
    },
  ]
  expect(review('Title,Duration\nStop,20\n', refused).wrongLines).toEqual([2])
  expect(review('Title,Duration\nStop,25\n', refused).wrongLines).toEqual([])
})

test('without titles nothing can come', () => {
  expect(stateOf('Remark,Duration\nStop,20\n').stage).toBe('no_titles')
})

test('a question about dates stops all, a broken line too', () => {
  const facts = {
    review: review('Title\nStop\n'),
    isCurrent: true,
    rehearsal: { state: 'passed' },
    hasOpenDates: false,
    isOnline: true,
    isMissing: false,
  } as const
  expect(importState(facts).canBringAll).toBe(true)
  expect(importState({ ...facts, hasOpenDates: true }).stage).toBe('dates')
  expect(importState({ ...facts, isOnline: false }).stage).toBe('offline')
  expect(importState({ ...facts, rehearsal: { state: 'asking' } }).canBringAll).toBe(false)
})
