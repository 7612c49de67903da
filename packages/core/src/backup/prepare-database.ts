import { type Client, escapeIdentifier } from 'pg'
import { applyMigrations } from './apply-migrations.ts'
import { BackupError } from './backup-error.ts'
import { listLeftEmpty, listTables, newestMigration } from './catalogue.ts'
import type { BackupHeader } from './frames.ts'

/**
 * Gives the database the structure that the file was taken from, without any row. All that another process could do
 * meanwhile waits for the end of the transaction.
 *
 * @throws {BackupError} newer_than_file, unfit_database
 */
export async function prepareDatabase(client: Client, header: BackupHeader): Promise<void> {
  await checkServer(client)
  await client.query(`create table if not exists migration (
    number integer primary key,
    name text not null,
    applied_at timestamptz not null default now()
  )`)
  // A process that starts now waits here for its turn to migrate.
  await client.query('lock table migration in access exclusive mode')
  const found = await newestMigration(client)
  if (found > header.migration) {
    throw new BackupError(
      'newer_than_file',
      `The database is at migration ${found} and the backup at ${header.migration}: the migrations between must see the restored rows. Restore into a database on which Runsheet has not been started.`,
    )
  }
  await applyMigrations(client, found, header.migration)
  await checkColumns(client, header)
  await refuseUsed(client)
  await removeSeeds(client, header)
  await client.query('set constraints all deferred')
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version where current_setting('server_version_num')::integer < 150000`,
  )
  if (rows[0])
    throw new BackupError(
      'unfit_database',
      `The database server is PostgreSQL ${rows[0].version}; Runsheet needs 15 or newer.`,
    )
}

async function checkColumns(client: Client, { tables }: BackupHeader): Promise<void> {
  const own = new Map((await listTables(client)).map(({ name, columns }) => [name, new Set(columns)]))
  const missing = tables.flatMap(({ name, columns }) =>
    columns.filter((column) => !own.get(name)?.has(column)).map((column) => `${name}.${column}`),
  )
  if (missing.length > 0) {
    throw new BackupError(
      'unfit_database',
      `The backup has columns that Runsheet does not make: ${missing.slice(0, 10).join(', ')}. Create them first, if they are yours.`,
    )
  }
}

async function refuseUsed(client: Client): Promise<void> {
  await client.query('lock table event, app_user, workspace in access exclusive mode')
  const { rows } = await client.query<{ what: string }>(`
    select 'people' as what where exists (select from app_user where id <> 0)
    union all select 'workspaces' where exists (select from workspace)
    union all select 'events' where exists (select from event)`)
  if (rows.length > 0) {
    throw new BackupError(
      'unfit_database',
      `The database is not empty: it has ${rows.map(({ what }) => what).join(', ')}. A backup is restored into an empty database only.`,
    )
  }
}

/** The rows that migrations made: the file has them as they became. The log is empty, and does not let itself be emptied. */
async function removeSeeds(client: Client, { tables }: BackupHeader): Promise<void> {
  const carried = tables.map(({ name }) => name).filter((name) => name !== 'event')
  const names = [...carried, ...(await listLeftEmpty(client))]
  await client.query(`truncate ${names.map((name) => escapeIdentifier(name)).join(', ')}`)
}
