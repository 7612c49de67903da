import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestDatabase } from '@runsheet/testing'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyAudit } from '../audit/index.ts'
import { commit, commitInstance, connect, makeRunbook, makeWorkspace } from '../audit/test-records.ts'
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

async function* failing() {
  yield Buffer.alloc(100_000)
  throw new Error('The server went away')
}

test('what is restored is what was backed up, table by table', async () => {
  const saved = await backup(source.connectionString, file)
  const target = await bench.database()
  const restored = await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
  expect(restored).toMatchObject(saved)
  expect(restored.audit).toEqual(await verifyAudit(source))
  expect(saved.bytes).toBe((await stat(file)).size)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('people work on where they stopped: the next ids are free, the chains go on', async () => {
  await backup(source.connectionString, file)
  const target = await bench.database()
  await restore(target.connectionString, file)
  const restored = await connect(target)
  await commit(restored, runbook, 4)
  await makeRunbook(restored, await makeWorkspace(restored, 'second'))
  await restored.end()
  expect((await verifyAudit(target)).broken).toEqual([])
})

test('a restored log is kept as the first one was', async () => {
  await backup(source.connectionString, file)
  const target = await bench.database()
  await restore(target.connectionString, file)
  const restored = await connect(target)
  await expect(restored.query('delete from event')).rejects.toMatchObject({ code: 'RS001' })
  await restored.end()
})

test('answers that are remembered for idempotency keys are not carried, nor who is signed in', async () => {
  await backup(source.connectionString, file)
  const target = await bench.database()
  await restore(target.connectionString, file)
  const restored = await connect(target)
  expect((await restored.query('select from idempotency_key')).rowCount).toBe(0)
  expect((await restored.query('select from session')).rowCount).toBe(0)
  await restored.end()
})

test('a backup is of one instant while people write, and does not wait for them', async () => {
  await client.query('begin')
  await commit(client, runbook, 4)
  const going = new AbortController()
  const writer = await connect(source)
  const writing = (async () => {
    let written = 0
    for (; !going.signal.aborted; written++) await commitInstance(writer, 1)
    return written
  })()
  await backup(source.connectionString, file)
  going.abort()
  const written = await writing
  await writer.end()
  await client.query('commit')

  const { audit } = await restore((await bench.database()).connectionString, file)
  expect(audit.broken).toEqual([])
  expect(audit.heads.find(({ chain }) => chain === runbook)?.seq).toBe(4)
  const instance = audit.heads.find(({ chain }) => chain === 0)?.seq
  expect(instance).toBeGreaterThanOrEqual(1)
  expect(instance).toBeLessThanOrEqual(1 + written)
})

test('a backup takes the place of the one of that name only when it is complete', async () => {
  await writeFile(file, 'the backup of yesterday')
  await expect(writeSealed(file, failing())).rejects.toThrow('The server went away')
  expect(await readFile(file, 'utf8')).toBe('the backup of yesterday')
  await backup(source.connectionString, file)
  expect(await readdir(bench.folder)).toEqual(['monday.backup'])
  await expect(restore((await bench.database()).connectionString, file)).resolves.toMatchObject({
    audit: { broken: [] },
  })
})

test('a database without any table is given them', async () => {
  await backup(source.connectionString, file)
  const target = await bench.databaseAt(0)
  await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
})

test('a database whose structure is older than the file is brought up to it', async () => {
  await backup(source.connectionString, file)
  const target = await bench.databaseAt((await newest()) - 1)
  await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
})

test('a file that is older than the program is restored as it was, then brought up to the program', async () => {
  const old = await bench.databaseAt((await newest()) - 1)
  const owner = await connect(old)
  await owner.query(`update instance set seq = 1, last_hash = append_events(0, 0, last_hash,
    '[{"at": 1000, "actor_id": 0, "request_id": "r", "name": "user.created", "payload": "{}"}]')`)
  await owner.end()
  await backup(old.connectionString, file)
  const target = await bench.databaseAt(0)
  const { audit } = await restore(target.connectionString, file)
  expect(audit).toEqual({ ...(await verifyAudit(old)), events: 1, broken: [] })
  expect(await contentsOf(target)).toMatchObject({ migration: await newest() })
  await expect(restore((await bench.database()).connectionString, file)).rejects.toMatchObject({
    code: 'newer_than_file',
  })
})

test('a user of the database without special rights can back up and restore', async () => {
  const target = await bench.databaseAt(0)
  const admin = await connect(target)
  const role = `role_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create role ${role} login password 'p'; alter schema public owner to ${role}`)
  const asRole = target.connectionString.replace(/\/\/[^@]*@/, `//${role}:p@`)
  await backup(source.connectionString, file)
  await restore(asRole, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
  await backup(asRole, file)
  await admin.query(`drop schema public cascade; drop role ${role}`)
  await admin.end()
})

test('no table has a trigger that a restore would fire', async () => {
  const INSERT = 4
  const { rows } = await client.query(
    'select tgname from pg_trigger where not tgisinternal and tgtype & $1 <> 0',
    [INSERT],
  )
  expect(rows).toEqual([])
})
