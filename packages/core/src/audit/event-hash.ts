import { hash } from 'node:crypto'
import type { StoredEvent } from './read-events.ts'

/** What stands before the first event of a chain. */
export const CHAIN_START = '0'.repeat(64)

type Hashed = Pick<StoredEvent, 'chain_id' | 'seq' | 'at' | 'actor_id' | 'request_id' | 'name' | 'payload'>

/**
 * The hash of an event, after the hash before it in its chain; both in hex. The formula is that of `docs/audit.md`, on
 * purpose apart from the SQL function that wrote it.
 */
export function eventHash(previous: string, event: Hashed): string {
  const { chain_id, seq, at, actor_id, request_id, name, payload } = event
  const lines = [previous, chain_id, seq, at, actor_id, request_id, name, hash('sha256', payload)]
  return hash('sha256', lines.join('\n'))
}
