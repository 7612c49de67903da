import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase, type TestDatabase } from '@runsheet/testing'
import type { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportAudit, verifyAudit } from './index.ts'
import { commit, commitInstance, connect, makeRunbook, makeWorkspace, tamper } from './test-records.ts'

let database: TestDatabase
let client: Client
let runbook: number
let other: number

beforeEach(async () => {
  database = await openTestDatabase()
  client = await connect(database)
  const workspace = await makeWorkspace(client, 'bank')
  runbook = await makeRunbook(client, workspace)
  other = await makeRunbook(client, workspace)
  for (const seq of [1, 2, 3, 4]) await commit(client, runbook, seq)
})

afterEach(async () => {
  await client.end()
  await database.drop()
})

const at = (seq: number) => `chain_id = ${runbook} and seq = ${seq}`

async function exported(): Promise<string> {
  let text = ''
  for await (const line of exportAudit(database)) text += line
  return text
}

test('a log as it was written holds, and its heads are those that its runbooks and the instance keep', async () => {
  const { rows: heads } = await client.query(`
    select 0 as chain, seq::integer, encode(last_hash, 'hex') as hash from instance
    union all select id::integer, seq::integer, encode(last_hash, 'hex') from runbook order by chain`)
  expect(await verifyAudit(database)).toEqual({ chains: 3, events: 7, heads, broken: [] })
})

test('a database to which nothing has happened holds', async () => {
  const empty = await openTestDatabase()
  expect(await verifyAudit(empty)).toEqual({ chains: 0, events: 0, heads: [], broken: [] })
  await empty.drop()
})

test('chains that are longer than a batch are followed to their end', async () => {
  await commit(client, other, 1, 2_500)
  await commitInstance(client, 2_500)
  const told: number[] = []
  const report = await verifyAudit(database, { onProgress: (events) => told.push(events) })
  expect(report).toMatchObject({ chains: 3, events: 5_007, broken: [] })
  expect(told).toEqual([2_000, 4_000, 5_007])
})

describe('the first link that does not hold is named, of each chain', () => {
  test.each([
    [
      'a changed payload',
      (s: number) => `update event set payload = payload || ' ' where ${at(s)}`,
      3,
      'hash_differs',
    ],
    ['a changed actor', (s: number) => `update event set actor_id = 7 where ${at(s)}`, 2, 'hash_differs'],
    [
      'a changed name',
      (s: number) => `update event set name = 'task.skipped' where ${at(s)}`,
      5,
      'hash_differs',
    ],
    [
      'a changed request',
      (s: number) => `update event set request_id = 'x' where ${at(s)}`,
      1,
      'hash_differs',
    ],
    [
      'a changed hash',
      (s: number) => `update event set hash = sha256('x') where ${at(s)}`,
      4,
      'hash_differs',
    ],
    [
      'an instant moved by a microsecond',
      (s: number) => `update event set at = at + interval '1 microsecond' where ${at(s)}`,
      4,
      'hash_differs',
    ],
    [
      'an instant moved back',
      (s: number) => `update event set at = at - interval '1 hour' where ${at(s)}`,
      3,
      'instant_earlier',
    ],
    [
      'an instant without end',
      (s: number) => `update event set at = 'infinity' where ${at(s)}`,
      5,
      'hash_differs',
    ],
    ['a deleted first event', (s: number) => `delete from event where ${at(s)}`, 1, 'event_missing'],
    ['a deleted event', (s: number) => `delete from event where ${at(s)}`, 3, 'event_missing'],
    [
      'a deleted event, the later ones moved up',
      (s: number) =>
        `delete from event where ${at(s)}; update event set seq = -seq where chain_id = ${runbook} and seq > ${s};
        update event set seq = -seq - 1 where chain_id = ${runbook} and seq < 0`,
      3,
      'hash_differs',
    ],
    [
      'two events that changed places',
      (s: number) => `update event set seq = -seq where chain_id = ${runbook} and seq in (${s}, ${s} + 1);
        update event set seq = 2 * ${s} + 1 + seq where chain_id = ${runbook} and seq < 0`,
      2,
      'hash_differs',
    ],
    [
      'a cut tail',
      (s: number) => `delete from event where chain_id = ${runbook} and seq >= ${s}`,
      4,
      'tail_missing',
    ],
    [
      'a chain without events',
      (s: number) => `delete from event where chain_id = ${runbook} and seq >= ${s}`,
      1,
      'tail_missing',
    ],
    [
      'an event in front of the first',
      () => `insert into event (chain_id, seq, at, actor_id, request_id, name, payload, hash)
        values (${runbook}, 0, 'epoch', 0, 'x', 'x', 'x', 'x')`,
      1,
      'event_missing',
    ],
    [
      'an event that the runbook does not count',
      () => `select append_events(id, seq, last_hash, jsonb_build_array(jsonb_build_object('at', 4102444800000, 'actor_id', 0,
        'request_id', 'x', 'name', 'x', 'payload', 'x'))) from runbook where id = ${runbook}`,
      6,
      'beyond_head',
    ],
    [
      'a last event that was written anew with a hash that fits',
      (
        s: number,
      ) => `update event e set payload = 'x', hash = event_hash(p.hash, e.chain_id, e.seq, e.at, e.actor_id, e.request_id, e.name, 'x')
        from event p where e.chain_id = ${runbook} and e.seq = ${s} and p.chain_id = e.chain_id and p.seq = e.seq - 1`,
      5,
      'head_differs',
    ],
  ])('%s', async (_what, change, seq, reason) => {
    await tamper(client, change(seq))
    expect((await verifyAudit(database)).broken).toEqual([{ chain: runbook, seq, reason }])
  })

  test('several chains, each by its own link', async () => {
    await tamper(client, `update event set payload = '' where chain_id in (0, ${other}) or (${at(2)})`)
    expect((await verifyAudit(database)).broken).toEqual([
      { chain: 0, seq: 1, reason: 'hash_differs' },
      { chain: runbook, seq: 2, reason: 'hash_differs' },
      { chain: other, seq: 1, reason: 'hash_differs' },
    ])
  })
})

test('the chain of a deleted runbook is followed for itself', async () => {
  await client.query('delete from runbook where id = $1', [runbook])
  expect(await verifyAudit(database)).toMatchObject({ chains: 3, events: 7, broken: [] })
  await tamper(client, `delete from event where chain_id = ${runbook} and seq = 2`)
  expect((await verifyAudit(database)).broken).toEqual([{ chain: runbook, seq: 2, reason: 'event_missing' }])
})

describe('an export', () => {
  test('has every field of every event, chain by chain', async () => {
    const { rows } = await client.query(`
      select id::integer, chain_id::integer, seq::integer, (extract(epoch from at) * 1000)::float8 as at, actor_id::integer, request_id,
        name, workspace_id, payload, encode(hash, 'hex') as hash
      from event order by chain_id, seq`)
    const lines = (await exported()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
  })

  test('can be left before its end', async () => {
    for await (const line of exportAudit(database)) {
      expect(JSON.parse(line)).toMatchObject({ chain_id: 0, seq: 1 })
      break
    }
  })

  test('is verified by the script of docs/audit.md, which finds what we find', async () => {
    const page = await readFile(new URL('../../../../docs/audit.md', import.meta.url), 'utf8')
    const script = /```js\n(.*?)```/s.exec(page)?.[1] ?? ''
    const folder = await mkdtemp(join(tmpdir(), 'runsheet-audit-'))
    const file = join(folder, 'verify-export.mjs')
    await writeFile(file, script)
    const run = async (input: string) => {
      const child = execFile(process.execPath, [file])
      let output = ''
      child.stdout?.on('data', (text: string) => (output += text))
      child.stdin?.end(input)
      const [code] = await once(child, 'close')
      return { code, output }
    }
    const { heads } = await verifyAudit(database)
    expect(await run(await exported())).toEqual({
      code: 0,
      output: heads
        .map(({ chain, seq, hash }) => `chain ${chain}: ${seq} events, head ${hash}: holds\n`)
        .join(''),
    })
    expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
    const lines = (await exported()).trimEnd().split('\n')
    const third = lines.findIndex((line) => {
      const { chain_id, seq } = JSON.parse(line) as { chain_id: number; seq: number }
      return chain_id === runbook && seq === 3
    })
    const tampered: [string[], string][] = [
      [lines.with(third, lines[third]!.replace('say', 'Say')), 'event 3 does not give its hash'],
      [
        lines.with(third, lines[third]!.replace('"actor_id":0', '"actor_id":7')),
        'event 3 does not give its hash',
      ],
      [lines.toSpliced(third, 1), 'event 3 is missing'],
      [lines.with(third, lines[third + 1]!).with(third + 1, lines[third]!), 'event 3 is missing'],
      [
        lines.with(third, lines[third]!.replace(/"at":\d+/, '"at":1')),
        'event 3 is earlier than the one before it',
      ],
    ]
    for (const [changed, what] of tampered) {
      const { code, output } = await run(`${changed.join('\n')}\n`)
      expect(code).toBe(1)
      expect(output).toContain(`: line ${third + 1}: ${what}\n`)
    }
    await rm(folder, { recursive: true })
  })
})
