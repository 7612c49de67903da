import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const directory = new URL('./migrations/', import.meta.url)

/** Any number that no other program uses for an advisory lock of its own on this database. */
const MIGRATION_LOCK = 7_823_640_112

export interface Migration {
  readonly number: number
  readonly name: string
}

/** A database that was made by a newer program, or whose server is too old. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** The migrations of this program, in order. */
export async function listMigrations(): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return files.map((name) => ({ number: Number.parseInt(name, 10), name }))
}

/**
 * Brings a database up to this program: each missing migration in its own transaction, under an advisory lock, so that
 * several processes may start at once.
 *
 * @returns the migrations that were applied now
 * @throws {MigrationError} when the server is older than PostgreSQL 15, or the database is newer than the program
 */
export async function migrate(connectionString: string): Promise<Migration[]> {
  const client = new pg.Client({ connectionString, application_name: 'runsheet migrate' })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::integer as version`,
    )
    const version = rows[0]?.version ?? 0
    if (version < 150_000)
      throw new MigrationError(
        `The database server is PostgreSQL ${Math.floor(version / 10_000)}; Runsheet needs 15 or newer.`,
      )
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMissing(client)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client): Promise<Migration[]> {
  await client.query(`create table if not exists migration (
    number integer primary key,
    name text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows } = await client.query<{ number: number; name: string }>(
    'select number, name from migration order by number',
  )
  const own = await listMigrations()
  const newest = own.at(-1)?.number ?? 0
  const foreign = rows.find(({ number }) => number > newest)
  if (foreign) {
    throw new MigrationError(
      `The database is newer than this program: it has migration ${foreign.name}, this program knows up to ${newest}. Start the newer program, or restore a backup.`,
    )
  }
  const missing = own.filter(({ number }) => !rows.some((row) => row.number === number))
  for (const migration of missing) {
    const text = await readFile(new URL(migration.name, directory), 'utf8')
    await client.query('begin')
    try {
      await client.query(text)
      await client.query('insert into migration (number, name) values ($1, $2)', [
        migration.number,
        migration.name,
      ])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`Migration ${migration.name} failed`, { cause: error })
    }
  }
  return missing
}
