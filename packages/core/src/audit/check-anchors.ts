import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Database } from '../db/database.ts'
import { type Anchor, fileNameOf, isSignedWith, readAnchor } from './anchor.ts'
import { type AnchorPlace, readInstance } from './anchor-heads.ts'
import { openSession } from './open-session.ts'

/** Why an anchor does not hold, in words for people. */
export const anchorReasons = {
  unreadable: 'it holds no anchor that can be read',
  signature_differs: 'its signature does not hold: it was changed, or signed with another key',
  other_day: 'it is of another day than its name says',
  other_instance: 'it is of another instance than this database',
  tail_cut: 'the log of the chain ends before this event, which was there',
  event_missing: 'this event was there, and is missing',
  hash_differs: 'this event has another hash than it had',
} as const
export type AnchorReason = keyof typeof anchorReasons

/** What does not hold; with chain and number where it is an event and not the file. */
export interface BrokenAnchor {
  /** Its name in the folder. */
  readonly file: string
  readonly chain?: number
  readonly seq?: number
  readonly reason: AnchorReason
}

export interface AnchorReport {
  readonly anchors: number
  readonly broken: readonly BrokenAnchor[]
}

/**
 * The names of the anchors in a folder, the oldest first.
 *
 * @throws {NodeJS.ErrnoException} when there is no such folder
 */
export async function listAnchors(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.json')).sort()
}

/**
 * Compares the log with every anchor of a folder: what was the last event of a chain must still be there, with its hash.
 * That the events before it are the ones they were is for `verifyAudit`.
 *
 * @throws {NodeJS.ErrnoException} when there is no such folder
 */
export async function checkAnchors(
  database: Pick<Database, 'connectionString'>,
  { directory, secretKey }: AnchorPlace,
): Promise<AnchorReport> {
  const files = await listAnchors(directory)
  const broken: BrokenAnchor[] = []
  const client = await openSession(database.connectionString, 'anchor check')
  try {
    for (const file of files) {
      const anchor = readAnchor(await readFile(join(directory, file), 'utf8'))
      if (!anchor) broken.push({ file, reason: 'unreadable' })
      else if (!isSignedWith(anchor, secretKey)) broken.push({ file, reason: 'signature_differs' })
      else if (file !== fileNameOf(anchor.at)) broken.push({ file, reason: 'other_day' })
      else for (const found of await compare(client, anchor)) broken.push({ file, ...found })
    }
  } finally {
    await client.end()
  }
  return { anchors: files.length, broken }
}

const missing = `
  select chain::float8, anchored.seq::float8, case
      when event.id is not null then 'hash_differs'
      when exists (select from event later where later.chain_id = chain and later.seq > anchored.seq) then 'event_missing'
      else 'tail_cut'
    end as reason
  from json_to_recordset($1) anchored (chain bigint, seq bigint, hash text)
  left join event on event.chain_id = chain and event.seq = anchored.seq
  where event.hash is distinct from decode(anchored.hash, 'hex')
  order by chain`

async function compare(client: Client, anchor: Anchor): Promise<Omit<BrokenAnchor, 'file'>[]> {
  if ((await readInstance(client)) !== anchor.instance) return [{ reason: 'other_instance' }]
  const heads = JSON.stringify(anchor.heads)
  return (await client.query<Required<Omit<BrokenAnchor, 'file'>>>(missing, [heads])).rows
}
