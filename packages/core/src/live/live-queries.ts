import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import type { LoggedEvent } from './live-message.ts'

/** Events of a runbook after a sequence, up to another, in their order; so many at most. */
export function listEvents(
  db: Db,
  runbookId: number,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<LoggedEvent[]> {
  return db
    .selectFrom('event')
    .select(['seq', 'at', 'actor_id', 'request_id', 'name', 'payload'])
    .where('chain_id', '=', runbookId)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Where some runbooks stand, and the time by the database; those that are no more are left out. */
export function listSequences(
  db: Db,
  ids: readonly number[],
): Promise<(Pick<Row<'runbook'>, 'id' | 'seq' | 'stage'> & { readonly now: number })[]> {
  return db
    .selectFrom('runbook')
    .select(['id', 'seq', 'stage', sql<number>`clock_timestamp()`.as('now')])
    .where('id', 'in', [...ids])
    .execute()
}
