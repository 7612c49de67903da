import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestDatabase } from '@runsheet/testing'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, tamper } from '../audit/test-records.ts'
import { FORMAT, FORMAT_VERSION, frame } from './frames.ts'
import { backup, restore } from './index.ts'
import { writeSealed } from './sealed-file.ts'
import { Bench, contentsOf, fill, newest } from './test-bench.ts'

let bench: Bench
let source: TestDatabase
let client: Client
let runbook: number
let file: string

beforeEach(async () => {
  bench = await Bench.open()
  file = join(bench.folder, 'monday.backup')
  source = await bench.database()
  runbook = await fill(source)
  client = await connect(source)
})

afterEach(async () => {
  await client.end()
  await bench.close()
})

async function* contents(...frames: Buffer[]) {
  yield* frames
}

function json(type: 'H' | 'D' | 'E', content: object): Buffer {
  return frame({ type, content: Buffer.from(JSON.stringify(content)) })
}

test('a file that was cut off or changed anywhere is refused before anything is written', async () => {
  await backup(source.connectionString, file)
  const whole = await readFile(file)
  const target = await bench.databaseAt(0)
  const lengths = [0, 1, 31, 32, 33, Math.floor(whole.length / 2), whole.length - 32, whole.length - 1]
  const broken = lengths.map((length) => whole.subarray(0, length))
  broken.push(Buffer.concat([whole, Buffer.from([0])]))
  for (let at = 0; at < whole.length; at += at < 20 || at > whole.length - 34 ? 1 : 97) {
    const changed = Buffer.from(whole)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    broken.push(changed)
  }
  for (const bytes of broken) {
    await writeFile(file, bytes)
    await expect(restore(target.connectionString, file)).rejects.toMatchObject({
      code: expect.stringMatching(/^(damaged|not_a_backup)$/),
    })
  }
  const reader = await connect(target)
  expect(
    (await reader.query(`select from pg_class where relnamespace = 'public'::regnamespace`)).rowCount,
  ).toBe(0)
  await reader.end()
})

test('a whole file that is something else is refused', async () => {
  const target = await bench.database()
  const refused = { code: 'not_a_backup' }
  await writeFile(file, 'some text of more than thirty-two bytes, as files are')
  await expect(restore(target.connectionString, file)).rejects.toMatchObject(refused)
  await writeSealed(file, contents(Buffer.from('no frame')))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject(refused)
  await writeSealed(file, contents(json('D', {})))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject(refused)
  const header = { format: FORMAT, format_version: FORMAT_VERSION, migration: await newest(), sequences: [] }
  const tables = [{ name: 'comment', columns: ['id'] }]
  await writeSealed(file, contents(json('H', { ...header, tables })))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({ code: 'damaged' })
  await writeSealed(file, contents(json('H', { ...header, tables }), json('E', { rows: 1 })))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({ code: 'damaged' })
  await writeSealed(file, contents(json('H', { ...header, tables: [{ name: 'comment', columns: ['pet'] }] })))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({
    code: 'unfit_database',
    message: expect.stringContaining('comment.pet'),
  })
  await writeSealed(file, contents(json('H', { ...header, format_version: 2, tables })))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({ code: 'newer_than_program' })
})

test('a file of a newer program is refused', async () => {
  await client.query(`insert into migration (number, name) values (9999, '9999-later.sql')`)
  await backup(source.connectionString, file)
  await expect(restore((await bench.database()).connectionString, file)).rejects.toMatchObject({
    code: 'newer_than_program',
  })
})

test.each([
  ['people', `insert into app_user (email) values ('a@example.com')`],
  ['workspaces', `insert into workspace (name, key) values ('a', 'a')`],
  [
    'events',
    `select append_events(0, 0, 'x', '[{"at": 1, "actor_id": 0, "request_id": "x", "name": "x", "payload": "x"}]')`,
  ],
])('a database that has %s is refused and left as it was', async (what, statement) => {
  await backup(source.connectionString, file)
  const target = await bench.database()
  const owner = await connect(target)
  await owner.query(statement)
  await owner.end()
  const before = await contentsOf(target)
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({
    code: 'unfit_database',
    message: expect.stringContaining(`it has ${what}.`),
  })
  expect(await contentsOf(target)).toEqual(before)
})

test('a log that had been changed before the backup is restored only when that is asked for', async () => {
  await tamper(client, `update event set payload = '' where chain_id = ${runbook} and seq = 2`)
  await backup(source.connectionString, file)
  const target = await bench.database()
  const before = await contentsOf(target)
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({
    code: 'broken_chains',
    message: expect.stringContaining(`event 2 of chain ${runbook}`),
  })
  expect(await contentsOf(target)).toEqual(before)
  const { audit } = await restore(target.connectionString, file, { acceptBrokenChains: true })
  expect(audit.broken).toEqual([{ chain: runbook, seq: 2, reason: 'hash_differs' }])
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
})
