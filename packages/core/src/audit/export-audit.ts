import type { Database } from '../db/database.ts'
import { BEGIN_SNAPSHOT, openSession } from './open-session.ts'
import { readEvents, type StoredEvent } from './read-events.ts'

/**
 * The event log of one instant as lines of JSON, chain by chain, each line with its line feed: what `docs/audit.md`
 * says how to verify without us. The payload is text within the JSON, as it was hashed.
 */
export async function* exportAudit(
  database: Pick<Database, 'connectionString'>,
): AsyncGenerator<string, void, undefined> {
  const client = await openSession(database.connectionString, 'audit export')
  try {
    await client.query(BEGIN_SNAPSHOT)
    for await (const batch of readEvents(client))
      for (const event of batch) yield `${JSON.stringify(line(event))}\n`
  } finally {
    await client.end()
  }
}

function line({
  id,
  chain_id,
  seq,
  actor_id,
  workspace_id,
  hash,
  at,
  request_id,
  name,
  payload,
}: StoredEvent) {
  return {
    id: Number(id),
    chain_id: Number(chain_id),
    seq: Number(seq),
    at,
    actor_id: Number(actor_id),
    request_id,
    name,
    workspace_id: workspace_id === null ? null : Number(workspace_id),
    payload,
    hash: hash.toString('hex'),
  }
}
