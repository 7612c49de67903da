import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase, type TestDatabase } from '@runsheet/testing'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyAudit } from '../audit/index.ts'
import { commit, commitInstance, connect, makeRunbook, makeWorkspace, tamper } from '../audit/test-records.ts'
import { listMigrations } from '../db/migrate.ts'
import { applyMigrations } from './apply-migrations.ts'
import { listTables, newestMigration, readSequences } from './catalogue.ts'
import { FORMAT, FORMAT_VERSION, frame } from './frames.ts'
import { backup, restore } from './index.ts'
import { writeSealed } from './sealed-file.ts'

let source: TestDatabase
let client: Client
let runbook: number
let folder: string
let file: string
const opened: TestDatabase[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runsheet-backup-'))
  file = join(folder, 'monday.backup')
  source = await another()
  client = await connect(source)
  const workspace = await makeWorkspace(client, 'bank')
  runbook = await makeRunbook(client, workspace)
  await commit(client, runbook, 1, 3)
  await client.query(`
    insert into run (runbook_id, version_id, run_type, stage, comms, validation_level, rebaseline, shift_fixed_times, disable_task_notify,
      start_planned, end_planned, start_actual, pauses, started_by, created_at)
    select id, current_version_id, 'live', 'active', 'on', 'error', true, false, false, now(), now(), now(), '[[1, null]]', 0, now()
    from runbook;
    update runbook set current_run_id = (select id from run);
    insert into run_task (run_id, task_id, stage, start_planned, end_planned, starters, changed_seq, updated_at)
    select id, 1, 'startable', now(), now(), '{0,1}', 1, now() from run;
    insert into idempotency_key (user_id, key, fingerprint, status, headers) values (0, 'k', 'f', 200, '{}');
    update role_type set name = 'Owner of all' where key = 'owner'`)
})

afterEach(async () => {
  await client.end()
  for (const database of opened.splice(0)) await database.drop()
  await rm(folder, { recursive: true })
})

async function another(): Promise<TestDatabase> {
  const database = await openTestDatabase()
  opened.push(database)
  return database
}

/** A database in which there is nothing at all, or what Runsheet made of it up to a migration. */
async function anotherAt(migration: number): Promise<TestDatabase> {
  const database = await another()
  const owner = await connect(database)
  await owner.query('drop schema public cascade; create schema public')
  if (migration > 0) {
    await owner.query(
      'create table migration (number integer primary key, name text not null, applied_at timestamptz default now())',
    )
    await applyMigrations(owner, 0, migration)
  }
  await owner.end()
  return database
}

async function newest(): Promise<number> {
  return (await listMigrations()).at(-1)?.number ?? 0
}

/** Every row of every table, and where the sequences stand. */
async function contentsOf(database: TestDatabase) {
  const reader = await connect(database)
  const contents: Record<string, unknown> = {
    sequences: await readSequences(reader),
    migration: await newestMigration(reader),
  }
  for (const { name } of await listTables(reader)) {
    contents[name] = (await reader.query(`select t::text from ${name} t order by 1`)).rows
  }
  await reader.end()
  return contents
}

async function* contents(...frames: Buffer[]) {
  yield* frames
}

async function* failing() {
  yield Buffer.alloc(100_000)
  throw new Error('The server went away')
}

function json(type: 'H' | 'D' | 'E', content: object): Buffer {
  return frame({ type, content: Buffer.from(JSON.stringify(content)) })
}

test('what is restored is what was backed up, table by table', async () => {
  const saved = await backup(source.connectionString, file)
  const target = await another()
  const restored = await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
  expect(restored).toMatchObject(saved)
  expect(restored.audit).toEqual(await verifyAudit(source))
  expect(saved.bytes).toBe((await stat(file)).size)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('people work on where they stopped: the next ids are free, the chains go on', async () => {
  await backup(source.connectionString, file)
  const target = await another()
  await restore(target.connectionString, file)
  const restored = await connect(target)
  await commit(restored, runbook, 4)
  await makeRunbook(restored, await makeWorkspace(restored, 'second'))
  await restored.end()
  expect((await verifyAudit(target)).broken).toEqual([])
})

test('a restored log is kept as the first one was', async () => {
  await backup(source.connectionString, file)
  const target = await another()
  await restore(target.connectionString, file)
  const restored = await connect(target)
  await expect(restored.query('delete from event')).rejects.toMatchObject({ code: 'RS001' })
  await restored.end()
})

test('answers that are remembered for idempotency keys are not carried', async () => {
  await backup(source.connectionString, file)
  const target = await another()
  await restore(target.connectionString, file)
  const restored = await connect(target)
  expect((await restored.query('select from idempotency_key')).rowCount).toBe(0)
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

  const { audit } = await restore((await another()).connectionString, file)
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
  expect(await readdir(folder)).toEqual(['monday.backup'])
  await expect(restore((await another()).connectionString, file)).resolves.toMatchObject({
    audit: { broken: [] },
  })
})

test('a database without any table is given them', async () => {
  await backup(source.connectionString, file)
  const target = await anotherAt(0)
  await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
})

test('a database whose structure is older than the file is brought up to it', async () => {
  await backup(source.connectionString, file)
  const target = await anotherAt((await newest()) - 1)
  await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
})

test('a file that is older than the program is restored as it was, then brought up to the program', async () => {
  const old = await anotherAt((await newest()) - 1)
  await backup(old.connectionString, file)
  const target = await anotherAt(0)
  await restore(target.connectionString, file)
  expect(await contentsOf(target)).toEqual({ ...(await contentsOf(old)), migration: await newest() })
  await expect(restore((await another()).connectionString, file)).rejects.toMatchObject({
    code: 'newer_than_file',
  })
})

test('a user of the database without special rights can back up and restore', async () => {
  const target = await anotherAt(0)
  const admin = await connect(target)
  const role = new URL(`test://${/test_\w+/.exec(target.connectionString)?.[0]}`).host
  await admin.query(`create role ${role} login password 'p'; alter schema public owner to ${role}`)
  const asRole = target.connectionString.replace(/\/\/[^@]*@/, `//${role}:p@`)
  await backup(source.connectionString, file)
  await restore(asRole, file)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
  await backup(asRole, file)
  await admin.query(`drop schema public cascade; drop role ${role}`)
  await admin.end()
})

test('a file that was cut off or changed anywhere is refused before anything is written', async () => {
  await backup(source.connectionString, file)
  const whole = await readFile(file)
  const target = await anotherAt(0)
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
      code: /damaged|not_a_backup/,
    })
  }
  const reader = await connect(target)
  expect(
    (await reader.query(`select from pg_class where relnamespace = 'public'::regnamespace`)).rowCount,
  ).toBe(0)
  await reader.end()
})

test('a whole file that is something else is refused', async () => {
  const target = await another()
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
    message: /comment\.pet/,
  })
  await writeSealed(file, contents(json('H', { ...header, format_version: 2, tables })))
  await expect(restore(target.connectionString, file)).rejects.toMatchObject({ code: 'newer_than_program' })
})

test('a file of a newer program is refused', async () => {
  await client.query(`insert into migration (number, name) values (9999, '9999-later.sql')`)
  await backup(source.connectionString, file)
  await expect(restore((await another()).connectionString, file)).rejects.toMatchObject({
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
  const target = await another()
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
  const target = await another()
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

test('no table has a trigger that a restore would fire', async () => {
  const INSERT = 4
  const { rows } = await client.query(
    'select tgname from pg_trigger where not tgisinternal and tgtype & $1 <> 0',
    [INSERT],
  )
  expect(rows).toEqual([])
})
