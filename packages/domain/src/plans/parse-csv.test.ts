import { array, assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from './parse-csv.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function rowsOf(file: Uint8Array | string) {
  const result = parseCsv(file)
  if (!('table' in result)) throw new Error(JSON.stringify(result))
  return [result.table.header, ...result.table.rows.map(({ cells }) => cells)]
}

function faults(file: Uint8Array | string) {
  const result = parseCsv(file)
  return 'problems' in result ? result.problems.map(({ about }) => about) : []
}

test.each([',', ';', '\t'])('the header tells that “%s” separates', (delimiter) => {
  expect(rowsOf(`ID${delimiter}Title\n1${delimiter}A, B; C\n`.replace('A, B; C', '"A, B; C"'))).toEqual([
    ['ID', 'Title'],
    ['1', 'A, B; C'],
  ])
})

test('delimiters inside quoted headings do not count', () => {
  expect(rowsOf('"Title, in, full";ID\nA;1')[0]).toEqual(['Title, in, full', 'ID'])
})

test('a first line “sep=;” is obeyed and is not the header', () => {
  const result = parseCsv('sep=;\r\nTitle\r\nA\r\n')
  expect(result).toEqual({
    table: { header: ['Title'], header_line: 2, rows: [{ line: 3, cells: ['A'] }] },
    delimiter: ';',
  })
})

test('a byte order mark is no part of the first heading', () => {
  expect(rowsOf(utf8('\uFEFFTitle\nÜber'))).toEqual([['Title'], ['Über']])
  expect(rowsOf('\uFEFFTitle\nA')[0]).toEqual(['Title'])
})

test('lines end with CR LF, LF or CR, and rows know the line on which they begin', () => {
  const result = parseCsv('ID,Title\r\n1,"two\r\nlines"\n2,B\r\r\n3,"x\n\ny"\n4,D')
  expect('table' in result && result.table.rows).toEqual([
    { line: 2, cells: ['1', 'two\r\nlines'] },
    { line: 4, cells: ['2', 'B'] },
    { line: 6, cells: ['3', 'x\n\ny'] },
    { line: 9, cells: ['4', 'D'] },
  ])
})

test('a row may leave out cells at its end, and may have empty ones too many', () => {
  expect(rowsOf('ID,Title\n1\n2,B,,\n')).toEqual([['ID', 'Title'], ['1'], ['2', 'B', '', '']])
})

test('every row with more cells than the header is told', () => {
  expect(faults('ID,Title\n1,A,x\n2,B\n3,C,,y\n')).toEqual([
    { fault: 'columns', line: 2 },
    { fault: 'columns', line: 4 },
  ])
})

test.each([
  ['a quotation mark that is not closed', 'Title\nA\n"open\nB\n', { fault: 'quote', line: 3 }],
  ['a quotation mark inside a value', 'Title\n6" pipe\n', { fault: 'quote', line: 2 }],
  ['text after a closing quotation mark', 'Title\n"x\ny"z\n', { fault: 'quote', line: 3 }],
  ['a NUL', 'Title\nA\r\nB\0\n', { fault: 'encoding', line: 3 }],
  ['no text', '', { fault: 'empty', line: 1 }],
  ['empty lines only', '\n\n', { fault: 'empty', line: 1 }],
  ['a header without headings', '\n,,\nA,B,C', { fault: 'header', line: 2 }],
])('%s is refused with its line', (_name, text, fault) => {
  expect(faults(text)).toEqual([fault])
})

test('a header of many megabytes is read like any other', () => {
  expect(rowsOf(`"${'a'.repeat(8_000_000)};";B`)[0]).toHaveLength(2)
  expect(faults(`"${'a'.repeat(8_000_000)}`)).toEqual([{ fault: 'quote', line: 1 }])
})

test('bytes that are not UTF-8 are refused with their line', () => {
  expect(faults(Uint8Array.of(...utf8('Title\r\nA\r\n'), 0xfc, 0x0a))).toEqual([
    { fault: 'encoding', line: 3 },
  ])
  // UTF-16, as some spreadsheets call “Unicode text”.
  expect(faults(Uint8Array.of(0xff, 0xfe, 0x54, 0x00))).toEqual([{ fault: 'encoding', line: 1 }])
})

test('any cells come through quoting', () => {
  const cell = string({ unit: 'binary' }).filter((text) => !text.includes('\0'))
  assert(
    property(array(array(cell, { minLength: 2, maxLength: 2 })), (rows) => {
      const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
      expect(rowsOf(utf8(['A,B', ...quoted].join('\r\n'))).slice(1)).toEqual(rows)
    }),
  )
})
