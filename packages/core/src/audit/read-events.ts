import type { Client } from 'pg'

/** An event as it is stored. Whole numbers are text, so that a value beyond 2^53 is compared as it is. */
export interface StoredEvent {
  readonly id: string
  readonly chain_id: string
  readonly seq: string
  /** Milliseconds since the epoch; with a fraction, or infinite, only where somebody changed it. */
  readonly at: number
  readonly actor_id: string
  readonly request_id: string
  readonly name: string
  readonly workspace_id: string | null
  readonly payload: string
  readonly hash: Buffer
}

const BATCH_EVENTS = 2_000
const BATCH_BYTES = 8_000_000

// A batch ends with the event that reaches the bytes: events of an import can be megabytes each.
const batchAfter = `
  select id::text, chain_id::text, seq::text, (extract(epoch from at) * 1000)::float8 as at, actor_id::text, request_id, name,
    workspace_id::text, payload, hash
  from (
    select *, sum(octet_length(payload)) over (order by chain_id, seq rows unbounded preceding) - octet_length(payload) as bytes_before
    from (
      select * from event where (chain_id, seq) > ($1, $2) and chain_id <= $3 order by chain_id, seq limit ${BATCH_EVENTS}
    ) following
  ) measured
  where bytes_before < ${BATCH_BYTES}
  order by measured.chain_id, measured.seq`

/** Which chains, by their ids: both ends are part of it. */
export interface ChainRange {
  readonly from: number | string
  readonly to: number | string
}

// Below and above every number, so that what somebody put in front of a chain is read too.
const LEAST = '-9223372036854775808'
const ALL: ChainRange = { from: LEAST, to: '9223372036854775807' }

/** The log, chain by chain and in the order of each, in batches of bounded size. */
export async function* readEvents(
  client: Client,
  { from, to }: ChainRange = ALL,
): AsyncGenerator<StoredEvent[]> {
  const fetchAfter = async (chain: number | string, seq: string) =>
    (await client.query<StoredEvent>(batchAfter, [chain, seq, to])).rows
  let batch = await fetchAfter(from, LEAST)
  for (let last = batch.at(-1); last; last = batch.at(-1)) {
    // The database reads on while the caller computes.
    const following = fetchAfter(last.chain_id, last.seq)
    following.catch(() => undefined)
    yield batch
    batch = await following
  }
}
