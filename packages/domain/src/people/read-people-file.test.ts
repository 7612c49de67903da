import { expect, test } from 'vitest'
import { parseCsv } from '../plans/parse-csv.ts'
import { type PeopleFile, readPeopleFile } from './index.ts'

const all = ['email', 'role', 'streams', 'team'] as const

function read(csv: string, known: Parameters<typeof readPeopleFile>[1] = all): PeopleFile['rows'] | string[] {
  const parsed = parseCsv(csv)
  const result = 'problems' in parsed ? parsed : readPeopleFile(parsed.table, known, ['email'])
  if ('file' in result) return result.file.rows
  return result.problems.map(({ code, meta }) => {
    const { line, column } = (meta ?? {}) as { line?: number; column?: string }
    return `${code} ${line}${column === undefined ? '' : ` ${column}`}`
  })
}

test('columns are known by their headings, in any order; what stands after the output fields is left out', () => {
  expect(read('Team name,E-Mail,Output fields,Name\nOps,ada@example.com,,Ada\n,\n')).toEqual([
    { line: 2, email: 'ada@example.com', role: null, streams: [], team: 'Ops' },
  ])
  expect(
    read('Email;Streams;Role\nada@example.com;Database; stream_editor\nbo@example.com;"A; B";\'=x\n'),
  ).toEqual([
    { line: 2, email: 'ada@example.com', role: 'stream_editor', streams: ['Database'], team: null },
    { line: 3, email: 'bo@example.com', role: '=x', streams: ['A', 'B'], team: null },
  ])
})

test('every problem is told with its line and column', () => {
  expect(read('Team\nOps\n')).toEqual(['missing_attribute 1'])
  expect(read('Email,Shoe size\nada@example.com,40\n')).toEqual(['unknown_column 1 Shoe size'])
  expect(read('Email,Role\nada@example.com,x\n', ['email', 'team'])).toEqual(['unknown_column 1 Role'])
  expect(read('Email,Mail\nada@example.com,\n')).toEqual(['taken 1 Mail'])
  expect(read(`Email,Team\n,Ops\nada,Ops\nada@example.com,${'x'.repeat(256)}\n`)).toEqual([
    'blank 2 Email',
    'invalid_format 3 Email',
    'too_long 4 Team',
  ])
})

test('a person may be in several teams, and in each of them once', () => {
  const rows = read(
    'Email,Team\nada@example.com,Ops\nada@example.com,Dev\nada@example.com,\nADA@example.com,ops\n',
  )
  expect(rows).toEqual(['taken 5 Email'])
})
