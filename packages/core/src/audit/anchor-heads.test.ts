import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase, type TestDatabase } from '@runsheet/testing'
import type { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anchorHeads, checkAnchors, verifyAudit } from './index.ts'
import { commit, connect, makeRunbook, makeWorkspace, tamper } from './test-records.ts'

const secretKey = '0123456789abcdef'.repeat(4)
const monday = new Date('2026-01-05T09:00:00.123Z')
const tuesday = new Date('2026-01-06T00:30:00Z')

let database: TestDatabase
let client: Client
let runbook: number
let directory: string
let place: { directory: string; secretKey: string }

beforeEach(async () => {
  database = await openTestDatabase()
  client = await connect(database)
  runbook = await makeRunbook(client, await makeWorkspace(client, 'bank'))
  for (const seq of [1, 2, 3, 4]) await commit(client, runbook, seq)
  directory = join(await mkdtemp(join(tmpdir(), 'runsheet-anchors-')), 'anchors')
  place = { directory, secretKey }
})

afterEach(async () => {
  await rm(join(directory, '..'), { recursive: true })
  await client.end()
  await database.drop()
})

/** As if the runbook had never gone beyond `seq`: what the chain by itself cannot show. */
const cutTail = (seq: number) => `
  delete from event where chain_id = ${runbook} and seq > ${seq};
  update runbook r set seq = ${seq}, last_hash = e.hash from event e
    where r.id = ${runbook} and e.chain_id = r.id and e.seq = ${seq}`

const written = async () => JSON.parse(await readFile(join(directory, '2026-01-05.json'), 'utf8'))

test('an anchor holds the head of every chain, signed, in a file of its day that nobody else may read', async () => {
  const file = await anchorHeads(database, place, monday)
  expect(file).toBe(join(directory, '2026-01-05.json'))
  expect((await stat(file!)).mode & 0o777).toBe(0o600)
  const { heads } = await verifyAudit(database)
  const { instance, signature, ...rest } = await written()
  expect(rest).toEqual({ format: 'runsheet.anchor', version: 1, at: '2026-01-05T09:00:00.123Z', heads })
  // The formula of docs/audit.md, by hand.
  const [ofInstance, ofRunbook] = heads
  const text = `runsheet.anchor\n1\n2026-01-05T09:00:00.123Z\n${instance}\n0 1 ${ofInstance?.hash}\n${runbook} 5 ${ofRunbook?.hash}`
  expect(signature).toBe(createHmac('sha256', Buffer.from(secretKey, 'hex')).update(text).digest('hex'))
})

test('a day has one anchor, whoever is first, and nothing is left beside it', async () => {
  const made = await Promise.all([1, 2, 3].map(() => anchorHeads(database, place, monday)))
  expect(made.filter((file) => file !== undefined)).toHaveLength(1)
  expect(await anchorHeads(database, place, monday)).toBeUndefined()
  await anchorHeads(database, place, tuesday)
  expect((await readdir(directory)).sort()).toEqual(['2026-01-05.json', '2026-01-06.json'])
})

test('anchors hold while people work on, and when a runbook is deleted', async () => {
  await anchorHeads(database, place, monday)
  await commit(client, runbook, 5)
  await client.query('delete from runbook where id = $1', [runbook])
  await anchorHeads(database, place, tuesday)
  expect((await written()).heads).toHaveLength(2)
  expect(await checkAnchors(database, place)).toEqual({ anchors: 2, broken: [] })
})

test('a database to which nothing has happened has an anchor without heads', async () => {
  const empty = await openTestDatabase()
  await anchorHeads(empty, place, monday)
  expect(await checkAnchors(empty, place)).toEqual({ anchors: 1, broken: [] })
  expect((await written()).heads).toEqual([])
  await empty.drop()
})

describe('what the chains alone do not show is found', () => {
  const file = '2026-01-05.json'

  test('a tail that was cut off with the head of its runbook', async () => {
    await anchorHeads(database, place, monday)
    await tamper(client, cutTail(3))
    expect((await verifyAudit(database)).broken).toEqual([])
    expect(await checkAnchors(database, place)).toEqual({
      anchors: 1,
      broken: [{ file, chain: runbook, seq: 5, reason: 'tail_cut' }],
    })
  })

  test('another course of events on a tail that was cut off', async () => {
    await anchorHeads(database, place, monday)
    await tamper(client, cutTail(3))
    for (const seq of [3, 4, 5]) await commit(client, runbook, seq)
    expect((await verifyAudit(database)).broken).toEqual([])
    expect((await checkAnchors(database, place)).broken).toEqual([
      { file, chain: runbook, seq: 5, reason: 'hash_differs' },
    ])
  })

  test('the tail of a runbook that is deleted, also when it was deleted before the anchor', async () => {
    await client.query('delete from runbook where id = $1', [runbook])
    await anchorHeads(database, place, monday)
    await tamper(client, `delete from event where chain_id = ${runbook} and seq > 2`)
    expect((await verifyAudit(database)).broken).toEqual([])
    expect((await checkAnchors(database, place)).broken).toEqual([
      { file, chain: runbook, seq: 5, reason: 'tail_cut' },
    ])
  })
})

test('an anchored event that is missing before others is told from a tail that was cut off', async () => {
  await anchorHeads(database, place, monday)
  await commit(client, runbook, 5)
  await tamper(client, `delete from event where chain_id = ${runbook} and seq = 5`)
  expect((await checkAnchors(database, place)).broken).toMatchObject([{ seq: 5, reason: 'event_missing' }])
})

describe('an anchor that is not as it was written is found', () => {
  const broken = async (key = secretKey) =>
    (await checkAnchors(database, { directory, secretKey: key })).broken

  beforeEach(async () => {
    await anchorHeads(database, place, monday)
  })

  test.each([
    ['a changed head', { heads: [] }, 'signature_differs'],
    ['a changed instant', { at: '2026-01-05T09:00:00.124Z' }, 'signature_differs'],
    ['another instance', { instance: '2020-01-01T00:00:00.000000Z' }, 'signature_differs'],
    ['a changed signature', { signature: '0'.repeat(64) }, 'signature_differs'],
    ['a shortened signature', { signature: '00' }, 'unreadable'],
    ['a format of another kind', { format: 'something' }, 'unreadable'],
  ])('%s', async (_what, change, reason) => {
    const file = '2026-01-05.json'
    await writeFile(join(directory, file), JSON.stringify({ ...(await written()), ...change }))
    expect(await broken()).toEqual([{ file, reason }])
  })

  test('a file that is cut off', async () => {
    await writeFile(join(directory, '2026-01-05.json'), '{"format":"runshe')
    expect(await broken()).toEqual([{ file: '2026-01-05.json', reason: 'unreadable' }])
  })

  test('an older anchor under the name of a newer one', async () => {
    await rename(join(directory, '2026-01-05.json'), join(directory, '2026-01-06.json'))
    expect(await broken()).toEqual([{ file: '2026-01-06.json', reason: 'other_day' }])
  })

  test('one that another key signed', async () => {
    expect(await broken('f'.repeat(64))).toMatchObject([{ reason: 'signature_differs' }])
  })

  test('one of another database', async () => {
    await client.query(`update instance set created_at = created_at + interval '1 microsecond'`)
    expect(await broken()).toEqual([{ file: '2026-01-05.json', reason: 'other_instance' }])
  })
})
