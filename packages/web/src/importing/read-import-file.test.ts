import { expect, test } from 'vitest'
import { isRows, readRows, runbookNameOf } from './read-import-file.ts'

test('rows copied from a spreadsheet are separated by tabs', () => {
  const read = readRows(null, 'Title\tTakes\nStop batch\t25\n', 0)
  expect(read.kind === 'read' && [read.file.delimiter, read.file.table.rows[0]?.cells]).toEqual([
    '\t',
    ['Stop batch', '25'],
  ])
})

test('a header without rows is an empty file', () => {
  expect(readRows('plan.csv', 'Title,Takes\n', 0)).toEqual({ kind: 'empty', name: 'plan.csv' })
  expect(readRows('plan.csv', 'Title,Takes\n,\n', 0).kind).toBe('empty')
  expect(readRows('plan.csv', new Uint8Array(), 0).kind).toBe('empty')
})

test('a file that is not UTF-8 tells the line', () => {
  const latin1 = Uint8Array.from('Title\nStop\nGr\u00fc\u00dfe\n', (letter) => letter.charCodeAt(0))
  const read = readRows('plan.csv', latin1, 0)
  expect(read.kind === 'unreadable' && read.problem.about).toEqual({ fault: 'encoding', line: 3 })
})

test('an open quotation mark tells the line on which it stands', () => {
  const read = readRows('plan.csv', 'Title\nStop\n"Go\n', 0)
  expect(read.kind === 'unreadable' && read.problem.about).toEqual({ fault: 'quote', line: 3 })
})

test('a text of several cells and lines is rows, a sentence is not', () => {
  expect(isRows('Title\tTakes\r\nStop\t25')).toBe(true)
  expect(isRows('Title\tTakes')).toBe(false)
  expect(isRows('one\ntwo\n')).toBe(false)
})

test('a runbook is called after its file', () => {
  expect(runbookNameOf('card-switch_november.csv')).toBe('Card switch november')
  expect(runbookNameOf('Cut-over 2026-11-28.CSV')).toBe('Cut over 2026-11-28')
  expect(runbookNameOf(null)).toBe('')
})
