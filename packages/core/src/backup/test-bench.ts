import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase, type TestDatabase } from '@runsheet/testing'
import { commit, connect, makeRunbook, makeWorkspace } from '../audit/test-records.ts'
import { listMigrations } from '../db/migrate.ts'
import { applyMigrations } from './apply-migrations.ts'
import { listTables, newestMigration, readSequences } from './catalogue.ts'

/** A folder for backups, and databases that go with it. */
export class Bench {
  readonly #folder: string
  readonly #databases: TestDatabase[] = []

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<Bench> {
    return new Bench(await mkdtemp(join(tmpdir(), 'runsheet-backup-')))
  }

  get folder(): string {
    return this.#folder
  }

  /** A database that is migrated and empty. */
  async database(): Promise<TestDatabase> {
    const database = await openTestDatabase()
    this.#databases.push(database)
    return database
  }

  /** A database in which there is nothing at all, or what Runsheet made of it up to a migration. */
  async databaseAt(migration: number): Promise<TestDatabase> {
    const database = await this.database()
    const owner = await connect(database)
    await owner.query('drop schema public cascade; create schema public')
    if (migration > 0) {
      await owner.query(
        'create table migration (number integer primary key, name text not null, applied_at timestamptz default now())',
      )
      await applyMigrations(owner, 0, migration)
    }
    await owner.end()
    return database
  }

  async close(): Promise<void> {
    for (const database of this.#databases) await database.drop()
    await rm(this.#folder, { recursive: true })
  }
}

/** Fills a database: something in tables that refer to each other in both directions, and changed seeds. */
export async function fill(database: TestDatabase): Promise<number> {
  const client = await connect(database)
  const runbook = await makeRunbook(client, await makeWorkspace(client, 'bank'))
  await commit(client, runbook, 1, 3)
  await client.query(`
    insert into run (runbook_id, version_id, run_type, stage, comms, validation_level, rebaseline, shift_fixed_times, disable_task_notify,
      start_planned, end_planned, start_actual, pauses, started_by, created_at)
    select id, current_version_id, 'live', 'active', 'on', 'error', true, false, false, now(), now(), now(), '[[1, null]]', 0, now()
    from runbook;
    update runbook set current_run_id = (select id from run);
    insert into run_task (run_id, task_id, stage, start_planned, end_planned, starters, changed_seq, updated_at)
    select id, 1, 'startable', now(), now(), '{0,1}', 1, now() from run;
    insert into idempotency_key (user_id, key, fingerprint, status, headers) values (0, 'k', 'f', 200, '{}');
    insert into session (user_id, hash, address, created_at, last_seen_at, expires_at, ends_at, changed_seq)
    values (0, 'h', '192.0.2.1', now(), now(), now() + interval '1 hour', now() + interval '1 day', 1);
    update role_type set name = 'Owner of all' where key = 'owner'`)
  await client.end()
  return runbook
}

export async function newest(): Promise<number> {
  return (await listMigrations()).at(-1)?.number ?? 0
}

/** Every row of every table, and where the sequences stand. */
export async function contentsOf(database: TestDatabase) {
  const reader = await connect(database)
  const contents: Record<string, unknown> = {
    sequences: await readSequences(reader),
    migration: await newestMigration(reader),
  }
  for (const { name } of await listTables(reader)) {
    contents[name] = (await reader.query(`select t::text from ${name} t order by 1`)).rows
  }
  await reader.end()
  return contents
}
