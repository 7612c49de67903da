import { parseCsv } from '@runsheet/domain'
import { parse } from 'csv-parse/sync'
import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'

test('what csv-parse can read is read alike', () => {
  const piece = constantFrom('a', '"', '""', ',', '\n', '\r\n', ' ', 'é', '"x,\n"')
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      const text = `h,i,j,k,l,m\n${pieces.join('')}`
      expect(readByUs(text)).toEqual(readByLibrary(text))
    }),
    { numRuns: 500 },
  )
})

function readByUs(text: string): (readonly string[])[] | undefined {
  const result = parseCsv(text)
  return 'table' in result ? result.table.rows.map(({ cells }) => cells) : undefined
}

/** The rows as the library reads them, without those that have nothing on them; undefined for a fault. */
function readByLibrary(text: string): string[][] | undefined {
  try {
    const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
    const [header = [], ...rows] = parse(text, options)
    const isTooLong = rows.some((cells) => cells.slice(header.length).some((cell) => cell.trim() !== ''))
    return isTooLong ? undefined : rows.filter((cells) => cells.length > 1 || cells[0] !== '')
  } catch {
    return undefined
  }
}
