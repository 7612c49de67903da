import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { brokenReasons } from '../audit/chain-walk.ts'
import { openSession } from '../audit/open-session.ts'
import { type AuditReport, verifyChains } from '../audit/verify-chains.ts'
import { listMigrations } from '../db/migrate.ts'
import { applyMigrations } from './apply-migrations.ts'
import type { BackupReport } from './backup.ts'
import { BackupError } from './backup-error.ts'
import type { TableColumns } from './catalogue.ts'
import { type BackupHeader, type Frame, readFrames } from './frames.ts'
import { prepareDatabase } from './prepare-database.ts'
import { readHeader } from './read-header.ts'
import { openSealed } from './sealed-file.ts'

export interface RestoreReport extends BackupReport {
  readonly audit: AuditReport
}

export interface RestoreOptions {
  /** Restores also a log whose chains were broken when the backup was taken; the report names the links. */
  readonly acceptBrokenChains?: boolean
}

/**
 * Loads a backup into a database on which nobody has worked, in one transaction: all of it, or nothing. The database may be
 * fresh, without any table; it ends at the newest migration of this program.
 *
 * @throws {BackupError} when the file or the database is refused; the database is then as it was
 */
export async function restore(
  connectionString: string,
  file: string,
  { acceptBrokenChains = false }: RestoreOptions = {},
): Promise<RestoreReport> {
  const sealed = await openSealed(file)
  try {
    const frames = readFrames(sealed.contents())
    const header = await readHeader(frames, file)
    const client = await openSession(connectionString, 'restore')
    try {
      await client.query('begin')
      await prepareDatabase(client, header)
      const rows = await load(client, header, frames)
      await finish(client, header)
      const audit = await verifyChains(client)
      if (audit.broken.length > 0 && !acceptBrokenChains) throw brokenChains(audit)
      await client.query('commit')
      return { tables: header.tables.length, rows, bytes: sealed.bytes, audit }
    } finally {
      await client.end()
    }
  } finally {
    await sealed.close()
  }
}

async function load(client: Client, { tables }: BackupHeader, frames: AsyncIterator<Frame>): Promise<number> {
  let rows = 0
  for (const table of tables) rows += await loadTable(client, table, frames)
  const { done } = await frames.next()
  if (!done) throw new BackupError('damaged', 'The backup goes on after its last table.')
  return rows
}

async function loadTable(
  client: Client,
  { name, columns }: TableColumns,
  frames: AsyncIterator<Frame>,
): Promise<number> {
  let expected: number | undefined
  async function* data(): AsyncGenerator<Buffer> {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.type === 'E') {
        expected = (JSON.parse(next.value.content.toString()) as { rows: number }).rows
        return
      }
      yield next.value.content
    }
  }
  const list = columns.map((column) => escapeIdentifier(column)).join(', ')
  const copy = client.query(copyFrom(`copy ${escapeIdentifier(name)} (${list}) from stdin`))
  await pipeline(Readable.from(data(), { objectMode: false }), copy)
  if (copy.rowCount !== expected)
    throw new BackupError(
      'damaged',
      `The backup counts ${expected ?? 'no'} rows of ${name} and has ${copy.rowCount}.`,
    )
  return expected
}

/** Brings what was loaded up to this program. */
async function finish(client: Client, { sequences, migration }: BackupHeader): Promise<void> {
  // And not `setval`, which a rollback does not undo.
  for (const { name, next_value } of sequences) {
    await client.query(`alter sequence ${escapeIdentifier(name)} restart with ${BigInt(next_value)}`)
  }
  // The constraints that wait for the commit are checked now: a table cannot be altered before.
  await client.query('set constraints all immediate')
  const newest = (await listMigrations()).at(-1)?.number ?? 0
  await applyMigrations(client, migration, newest)
  await client.query('analyze')
}

function brokenChains({ broken }: AuditReport): BackupError {
  const links = broken
    .slice(0, 3)
    .map(({ chain, seq, reason }) => `event ${seq} of chain ${chain}: ${brokenReasons[reason]}`)
  return new BackupError(
    'broken_chains',
    `The log had been changed before this backup was taken; ${broken.length} of its chains are broken (${links.join('; ')}). Nothing was restored.`,
  )
}
