import type { Client } from 'pg'
import type { Database } from '../db/database.ts'
import { type BrokenLink, type ChainHead, ChainWalk } from './chain-walk.ts'
import { BEGIN_SNAPSHOT, openSession } from './open-session.ts'
import { type ChainRange, readEvents } from './read-events.ts'

export interface AuditReport {
  /** How many chains have events. */
  readonly chains: number
  readonly events: number
  /** The last event of each chain, by chain: what is worth keeping elsewhere, because a chain whose runbook is gone cannot show a cut tail. */
  readonly heads: readonly ChainHead[]
  /** At most one link of each chain. Empty: nothing was changed. */
  readonly broken: readonly BrokenLink[]
}

export interface AuditOptions {
  /** Is told now and then how many events were followed. */
  readonly onProgress?: (events: number) => void
}

/** What was found of one chain. */
export interface ChainReport {
  readonly chain: number
  readonly events: number
  /** The last event as it is stored; undefined when there is none. */
  readonly last: ChainHead | undefined
  /** Milliseconds since the epoch. */
  readonly lastAt: number | undefined
  readonly broken: BrokenLink | undefined
}

/**
 * Follows every hash chain of the event log from its first event to its head, at one instant and while people work.
 * Memory grows with the number of runbooks, not of events.
 */
export async function verifyAudit(
  database: Pick<Database, 'connectionString'>,
  options: AuditOptions = {},
): Promise<AuditReport> {
  const client = await openSession(database.connectionString, 'audit')
  try {
    await client.query(BEGIN_SNAPSHOT)
    return await verifyChains(client, options)
  } finally {
    await client.end()
  }
}

/** The same within a transaction that is already open. */
export async function verifyChains(client: Client, options: AuditOptions = {}): Promise<AuditReport> {
  const reports = await followChains(client, undefined, options)
  const heads = reports.flatMap(({ last }) => last ?? [])
  return {
    chains: heads.length,
    events: reports.reduce((sum, { events }) => sum + events, 0),
    heads,
    broken: reports.flatMap(({ broken }) => broken ?? []),
  }
}

/**
 * Follows the chains of a range, within a transaction that is already open.
 *
 * @returns what was found of each, by chain
 */
export async function followChains(
  client: Client,
  range: ChainRange | undefined,
  { onProgress }: AuditOptions = {},
): Promise<ChainReport[]> {
  const expected = await readHeads(client, range)
  const reports: ChainReport[] = []
  let events = 0

  const finish = (chain: string, walk: ChainWalk) => {
    const broken = walk.end(expected.get(chain))
    expected.delete(chain)
    if (walk.count === 0 && !broken) return
    reports.push({
      chain: Number(chain),
      events: walk.count,
      last: walk.last,
      lastAt: walk.lastAt,
      broken,
    })
  }

  let current: string | undefined
  let walk = new ChainWalk('0')
  for await (const batch of readEvents(client, range)) {
    for (const event of batch) {
      if (event.chain_id !== current) {
        if (current !== undefined) finish(current, walk)
        current = event.chain_id
        walk = new ChainWalk(current)
      }
      walk.step(event)
    }
    events += batch.length
    onProgress?.(events)
  }
  if (current !== undefined) finish(current, walk)
  // What is left has no event at all: right for what nothing happened to.
  // A map may be shortened while it is walked.
  for (const chain of expected.keys()) finish(chain, new ChainWalk(chain))
  return reports.sort((a, b) => a.chain - b.chain)
}

async function readHeads(client: Client, range: ChainRange | undefined): Promise<Map<string, ChainHead>> {
  const { rows } = await client.query<{ chain: string; seq: number; hash: Buffer }>(
    `select chain::text, seq, hash from (
      select 0::bigint as chain, seq, last_hash as hash from instance
      union all
      select id, seq, last_hash from runbook
    ) head where $1::bigint is null or chain between $1 and $2`,
    [range?.from ?? null, range?.to ?? null],
  )
  return new Map(
    rows.map(({ chain, seq, hash }) => [chain, { chain: Number(chain), seq, hash: hash.toString('hex') }]),
  )
}
