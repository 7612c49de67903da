import { type Client, escapeIdentifier } from 'pg'

export interface TableColumns {
  readonly name: string
  readonly columns: readonly string[]
}

export interface SequenceValue {
  readonly name: string
  /** As text: a sequence may go beyond 2^53. */
  readonly next_value: string
}

/**
 * What a restored database has of its own: the record of its migrations, what was answered to whom in the last day, who is
 * signed in, what was sent by mail, files that wait to be put to use.
 */
const notCarried = ['migration', 'idempotency_key', 'session', 'password_link', 'mail', 'upload']

/** The tables of people that are there and not carried: those that a restored database begins without rows in. */
export async function listLeftEmpty(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any ($1) and relname <> 'migration'`,
    [notCarried],
  )
  return rows.map(({ name }) => name)
}

/**
 * The tables whose rows are backed up, each after those that it refers to: so they can be loaded in this order. Constraints
 * that are deferrable do not count; they are checked when all is loaded.
 */
export async function listTables(client: Client): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns & { refers_to: string[] }>(
    `select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and not f.condeferrable and f.confrelid <> c.oid order by 1) as refers_to
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relpersistence = 'p' and not c.relispartition and c.relname <> all ($1)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname`,
    [notCarried],
  )
  const ordered: TableColumns[] = []
  const waiting = new Map(rows.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ refers_to }) => !refers_to.some((name) => waiting.has(name)),
    )
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const { name, columns } of ready) {
      ordered.push({ name, columns })
      waiting.delete(name)
    }
  }
  return ordered
}

/** Sequences stand outside of transactions: read after the snapshot was taken, they are never behind its rows. */
export async function readSequences(client: Client): Promise<SequenceValue[]> {
  const { rows: names } = await client.query<{ name: string; increment: string }>(`
    select c.relname as name, s.seqincrement::text as increment from pg_class c join pg_sequence s on s.seqrelid = c.oid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname`)
  const sequences: SequenceValue[] = []
  for (const { name, increment } of names) {
    const { rows } = await client.query<{ next_value: string }>(
      `select (last_value + is_called::integer * $1::bigint)::text as next_value from ${escapeIdentifier(name)}`,
      [increment],
    )
    for (const { next_value } of rows) sequences.push({ name, next_value })
  }
  return sequences
}

/** Number of the newest migration that was applied, 0 in a database that Runsheet has never seen. */
export async function newestMigration(client: Client): Promise<number> {
  const { rows: found } = await client.query(
    `select from pg_class where oid = to_regclass('public.migration')`,
  )
  if (found.length === 0) return 0
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from migration',
  )
  return rows[0]?.number ?? 0
}
