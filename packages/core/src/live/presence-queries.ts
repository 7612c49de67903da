import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** One person at one runbook by one connection. */
export interface Visit {
  readonly runbookId: number
  readonly userId: number
  /** A UUID in lower case. */
  readonly connection: string
}

export interface Present {
  readonly runbook_id: number
  readonly user_id: number
  readonly first_name: string | null
  readonly last_name: string | null
  readonly email: string
  readonly task_id: number | null
  /** Milliseconds since the epoch. */
  readonly since: number
  /** People at the runbook, those beyond the limit included. */
  readonly count: number
}

/**
 * A process that has not said for so long that its streams are open is gone. It says so every 15 s; with a second until this is
 * looked at, and one until it may be told again, nobody stands there for more than 45 s after a crash.
 */
const GONE_AFTER_SECONDS = 43
const gone = sql<Date>`now() - make_interval(secs => ${GONE_AFTER_SECONDS})`

/** The visits as rows, in one order for all processes, so that they do not wait for each other in a circle. */
function rowsOf(visits: readonly Visit[]): RawBuilder<unknown> {
  const sorted = visits.toSorted(
    (a, b) => a.runbookId - b.runbookId || a.userId - b.userId || (a.connection < b.connection ? -1 : 1),
  )
  const runbooks = sorted.map(({ runbookId }) => runbookId)
  const users = sorted.map(({ userId }) => userId)
  const connections = sorted.map(({ connection }) => connection)
  return sql`unnest(${runbooks}::bigint[], ${users}::bigint[], ${connections}::uuid[]) as v (runbook_id, user_id, connection)`
}

/**
 * Notes streams that were opened in this process; at which task they are is kept from before, and when they moved there: that
 * is told on another connection, and may have been noted first.
 */
export async function enterVisits(db: Db, holder: string, visits: readonly Visit[]): Promise<void> {
  await sql`
    insert into presence (runbook_id, user_id, connection, holder)
    select v.runbook_id, v.user_id, v.connection, ${holder}::uuid from ${rowsOf(visits)}
    on conflict (runbook_id, user_id, connection)
    do update set holder = excluded.holder, seen_at = now()`.execute(db)
}

/** Notes streams that were closed in this process, unless another has the connection by now. */
export async function leaveVisits(db: Db, holder: string, visits: readonly Visit[]): Promise<void> {
  await sql`
    update presence as p set holder = null, seen_at = now()
    from ${rowsOf(visits)}
    where p.runbook_id = v.runbook_id and p.user_id = v.user_id and p.connection = v.connection
      and p.holder = ${holder}::uuid
    returning nextval('presence_move')`.execute(db)
}

/** Says that streams of this process are still open, and puts back what the database has lost. */
export async function refreshVisits(db: Db, holder: string, visits: readonly Visit[]): Promise<void> {
  await sql`
    with refreshed as (
      update presence as p set seen_at = now()
      from ${rowsOf(visits)}
      where p.runbook_id = v.runbook_id and p.user_id = v.user_id and p.connection = v.connection
        and p.holder = ${holder}::uuid
    )
    insert into presence (runbook_id, user_id, connection, holder)
    select v.runbook_id, v.user_id, v.connection, ${holder}::uuid from ${rowsOf(visits)}
    where not exists (
      select from presence as p
      where p.runbook_id = v.runbook_id and p.user_id = v.user_id and p.connection = v.connection
        and p.holder is not null
    )
    on conflict (runbook_id, user_id, connection)
    do update set holder = excluded.holder, seen_at = now() where presence.holder is null`.execute(db)
}

/**
 * Notes at which task a connection is; one that is not open yet, or just broke, has it when it comes.
 *
 * @returns since when, in milliseconds since the epoch
 */
export async function moveVisit(db: Db, visit: Visit, taskId: number | null): Promise<number> {
  const { rows } = await sql<{ since: number }>`
    insert into presence as p (runbook_id, user_id, connection, task_id)
    values (${visit.runbookId}, ${visit.userId}, ${visit.connection}::uuid, ${taskId})
    on conflict (runbook_id, user_id, connection)
    do update set task_id = excluded.task_id, since = excluded.since, move = excluded.move,
      seen_at = case when p.holder is null then excluded.seen_at else p.seen_at end
    returning since`.execute(db)
  return rows[0]?.since ?? 0
}

/**
 * Forgets what nobody has said for too long.
 *
 * @returns a number that is another one whenever anything has changed, in whichever process
 */
export async function sweepVisits(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    with swept as (delete from presence where seen_at < ${gone} returning holder)
    select case when exists (select from swept where holder is not null) then nextval('presence_move')
      else (select last_value from presence_move) end as last`.execute(db)
  return rows[0]?.last ?? 0
}

/**
 * Who is at each of some runbooks: of several connections of a person the one that moved last, those who moved last first.
 *
 * @param atMost so many people of each runbook
 */
export async function listPresent(
  db: Db,
  runbookIds: readonly number[],
  atMost: number,
): Promise<readonly Present[]> {
  const { rows } = await sql<Present>`
    with person as (
      select distinct on (runbook_id, user_id) runbook_id, user_id, task_id, since, move from presence
      where runbook_id = any (${[...runbookIds]}::bigint[]) and holder is not null and seen_at >= ${gone}
      order by runbook_id, user_id, move desc
    ),
    placed as (
      select person.*, u.first_name, u.last_name, u.email,
        row_number() over (partition by runbook_id order by move desc) as place,
        count(*) over (partition by runbook_id) as count
      from person join app_user as u on u.id = user_id
    )
    select runbook_id, user_id, first_name, last_name, email, task_id, since, count from placed
    where place <= ${atMost} order by runbook_id, place`.execute(db)
  return rows
}
