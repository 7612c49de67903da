import { randomUUID } from 'node:crypto'
import { link, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Database } from '../db/database.ts'
import { type Anchor, FORMAT, FORMAT_VERSION, fileNameOf, signAnchor } from './anchor.ts'
import type { ChainHead } from './chain-walk.ts'
import { openSession } from './open-session.ts'

/** Where anchors lie, and what they are signed with. */
export interface AnchorPlace {
  readonly directory: string
  /** 64 hexadecimal characters. */
  readonly secretKey: string
}

/**
 * Writes the heads of all chains, signed, to `<directory>/<UTC date>.json`: one file a day, by whichever process is first.
 *
 * @returns the file, or undefined when this day has its anchor already
 */
export async function anchorHeads(
  database: Pick<Database, 'connectionString'>,
  { directory, secretKey }: AnchorPlace,
  now = new Date(),
): Promise<string | undefined> {
  const at = now.toISOString()
  const file = join(directory, fileNameOf(at))
  if (await stat(file).catch(() => undefined)) return undefined
  const client = await openSession(database.connectionString, 'anchor')
  try {
    const instance = await readInstance(client)
    const heads = await readLastEvents(client)
    const anchor = signAnchor({ format: FORMAT, version: FORMAT_VERSION, at, instance, heads }, secretKey)
    return (await writeOnce(file, directory, anchor)) ? file : undefined
  } finally {
    await client.end()
  }
}

// From the log itself and down its index from chain to chain: the heads of deleted runbooks stand nowhere else, and reading
// all of the log takes long.
const lastEvents = `
  with recursive head as (
    (select chain_id, seq, hash from event order by chain_id desc, seq desc limit 1)
    union all
    select below.* from head cross join lateral (
      select chain_id, seq, hash from event where event.chain_id < head.chain_id order by chain_id desc, seq desc limit 1
    ) below
  )
  select chain_id::float8 as chain, seq::float8, encode(hash, 'hex') as hash from head order by chain_id`

/** The last event of every chain, by chain. */
async function readLastEvents(client: Client): Promise<ChainHead[]> {
  return (await client.query<ChainHead>(lastEvents)).rows
}

/** What an anchor calls the instance. */
export async function readInstance(client: Client): Promise<string> {
  const { rows } = await client.query<{ instance: string }>(
    `select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instance from instance`,
  )
  if (!rows[0]) throw new Error('The database has no instance.')
  return rows[0].instance
}

/** Whole or not at all, and never over one that is there. */
async function writeOnce(file: string, directory: string, anchor: Anchor): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await mkdir(directory, { recursive: true, mode: 0o700 })
  try {
    await writeFile(draft, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true })
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}
