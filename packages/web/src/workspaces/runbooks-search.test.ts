import { describe, expect, test } from 'vitest'
import {
  hasRunbookFilters,
  listQueryOf,
  nextSort,
  readRunbooksSearch,
  toggled,
  withoutFilters,
} from './runbooks-search.ts'

test('an address keeps what is known and loses the rest', () => {
  expect(
    readRunbooksSearch({
      folder: 12,
      stage: 'planning.flying.active',
      rag: 'blue',
      type: '3.x.4',
      kind: 'template',
      archived: 'true',
      q: 'core',
      sort: '-name',
      other: 1,
    }),
  ).toEqual({
    folder: '12',
    stage: 'planning.active',
    type: '3.4',
    kind: 'template',
    archived: true,
    q: 'core',
    sort: '-name',
  })
  expect(readRunbooksSearch({ sort: 'owner', kind: 'both', archived: false })).toEqual({})
})

test('a member is put in and taken out again, and an empty list leaves the address', () => {
  const one = toggled({ q: 'x' }, 'stage', 'planning')
  expect(one).toEqual({ q: 'x', stage: 'planning' })
  expect(toggled(one, 'stage', 'paused')).toEqual({ q: 'x', stage: 'planning.paused' })
  expect(toggled(one, 'stage', 'planning')).toEqual({ q: 'x' })
})

test('place and order are no filters, and stay when filters are cleared', () => {
  expect(hasRunbookFilters({ folder: '1', sort: 'name' })).toBe(false)
  expect(hasRunbookFilters({ archived: true })).toBe(true)
  expect(withoutFilters({ folder: '1', sort: 'name', q: 'x', stage: 'active' })).toEqual({
    folder: '1',
    sort: 'name',
  })
})

test('the server is asked for what the address says, those touched last first', () => {
  expect(listQueryOf({ kind: 'runbook', rag: 'red.amber', folder: '7' }, '2')).toEqual({
    workspace_id: '2',
    folder_id: '7',
    status: ['red', 'amber'],
    is_template: false,
    sort: '-touched_at',
  })
})

describe('the order after a press on a head', () => {
  test('turns round at the column that sorts', () => {
    expect(nextSort('name', 'name')).toBe('-name')
    expect(nextSort('-name', 'name')).toBe('name')
  })

  test('begins with A for names and with the latest for times', () => {
    expect(nextSort('-touched_at', 'name')).toBe('name')
    expect(nextSort('name', 'start_planned')).toBe('-start_planned')
  })
})
