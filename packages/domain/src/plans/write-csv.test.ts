import { array, assert, constantFrom, pre, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvDelimiter, parseCsv } from './parse-csv.ts'
import { writeCsv } from './write-csv.ts'

const delimiters: readonly CsvDelimiter[] = [',', ';', '\t']

function read(text: string) {
  const result = parseCsv(text)
  if (!('table' in result)) throw new Error(JSON.stringify(result))
  return result
}

test('cells with separators, quotation marks and line breaks stand in quotation marks', () => {
  const table = {
    header: ['ID', 'Title, in full'],
    rows: [
      { line: 2, cells: ['1', 'a "b"\nc'] },
      { line: 4, cells: ['2'] },
    ],
  }
  expect(writeCsv(table)).toBe('ID,"Title, in full"\r\n1,"a ""b""\nc"\r\n2\r\n')
})

test('an empty line stands where a row was left out, so that the others keep their lines', () => {
  const table = {
    header: ['Title'],
    header_line: 2,
    rows: [
      { line: 3, cells: ['A'] },
      { line: 6, cells: ['B'] },
    ],
  }
  const written = writeCsv(table)
  expect(written).toBe('\r\nTitle\r\nA\r\n\r\n\r\nB\r\n')
  expect(read(written).table).toEqual(table)
})

test('any table is read again as it was written, with any delimiter', () => {
  const cell = string({ unit: 'binary', maxLength: 8 }).filter((text) => !text.includes('\0'))
  const row = array(cell, { minLength: 2, maxLength: 3 })
  const tables = record({
    header: array(cell, { minLength: 3, maxLength: 3 }),
    rows: array(row, { maxLength: 6 }),
  })
  assert(
    property(tables, constantFrom(...delimiters), ({ header, rows }, delimiter) => {
      const named = header.map((heading) => `h${heading}`)
      const table = { header: named, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
      const again = read(writeCsv(table, delimiter))
      expect(again.delimiter).toBe(delimiter)
      expect([again.table.header, ...again.table.rows.map(({ cells }) => cells)]).toEqual([named, ...rows])
    }),
  )
})

test('what was read is written so that it reads the same, line by line', () => {
  const piece = constantFrom('a', '"b\r\nc"', '"d\ne"', ',', '\n', '\r\n', '\r', '""')
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      const first = parseCsv(`h,i,j,k,l,m,n,o\n${pieces.join('')}`)
      pre('table' in first)
      expect(read(writeCsv(first.table)).table).toEqual(first.table)
    }),
    { numRuns: 500 },
  )
})
