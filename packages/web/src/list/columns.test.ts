import { expect, test } from 'vitest'
import { fittingColumns, liveColumns, planningColumns, templateOf } from './columns.ts'

const names = (width: number, hidden: readonly string[] = []) =>
  fittingColumns(liveColumns, width, new Set(hidden) as never).map(({ name, isNarrow }) =>
    isNarrow ? `${name}*` : name,
  )

test('beside the Now panel at 1440 all columns of a run have room', () => {
  expect(names(1072)).toEqual(liveColumns.map(({ name }) => name))
})

test('beside the task panel the name of the stream, the owners and the length give way', () => {
  expect(names(884)).toEqual(['glyph', 'id', 'type', 'title', 'stream*', 'start', 'end', 'delta', 'action'])
})

test('glyph, number, title and action stay, however little room there is', () => {
  expect(names(200)).toEqual(['glyph', 'id', 'title', 'action'])
})

test('a column that was switched off stays away', () => {
  expect(names(2000, ['type', 'delta', 'title'])).toEqual([
    'glyph',
    'id',
    'title',
    'stream',
    'start',
    'end',
    'takes',
    'owners',
    'action',
  ])
})

test('widths follow the size of the text', () => {
  const columns = fittingColumns(planningColumns, 1200, new Set())
  expect(templateOf(columns).split(' ').slice(0, 3)).toEqual(['1rem', '1.875rem', '1rem'])
})
