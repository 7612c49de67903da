import { CORE_VERSION } from '@runsheet/contract'
import { type Client, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { BEGIN_SNAPSHOT, openSession } from '../audit/open-session.ts'
import { listTables, newestMigration, readSequences, type TableColumns } from './catalogue.ts'
import { type BackupHeader, FORMAT, FORMAT_VERSION, frame } from './frames.ts'
import { writeSealed } from './sealed-file.ts'

export interface BackupReport {
  readonly tables: number
  readonly rows: number
  /** Size of the file. */
  readonly bytes: number
}

/**
 * Writes everything that the database holds at one instant to a file, while people work. A file of that name is replaced
 * when the new one is complete. Answers that are remembered for idempotency keys, and sessions, are left out.
 */
export async function backup(connectionString: string, file: string): Promise<BackupReport> {
  const client = await openSession(connectionString, 'backup')
  try {
    const header = await beginSnapshot(client)
    const count = { rows: 0 }
    const bytes = await writeSealed(file, contents(client, header, count))
    return { tables: header.tables.length, rows: count.rows, bytes }
  } finally {
    await client.end()
  }
}

/** Opens the transaction; the tables are locked against a change of their structure before the snapshot is taken. */
async function beginSnapshot(client: Client): Promise<BackupHeader> {
  for (;;) {
    const names = (await listTables(client)).map(({ name }) => escapeIdentifier(name))
    if (names.length === 0) throw new Error('The database has no tables: there is nothing to back up.')
    await client.query(BEGIN_SNAPSHOT)
    await client.query(`lock table ${names.join(', ')} in access share mode`)
    const header = await readHeader(client)
    if (header.tables.length === names.length) return header
    // A migration added a table between list and lock.
    await client.query('rollback')
  }
}

async function readHeader(client: Client): Promise<BackupHeader> {
  const { rows } = await client.query<{ created_at: string; server_version: string }>(
    `select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, current_setting('server_version') as server_version`,
  )
  const [server] = rows
  if (!server) throw new Error('The server did not tell its version.')
  return {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    created_at: server.created_at,
    runsheet_version: CORE_VERSION,
    server_version: server.server_version,
    migration: await newestMigration(client),
    tables: await listTables(client),
    sequences: await readSequences(client),
  }
}

async function* contents(
  client: Client,
  header: BackupHeader,
  count: { rows: number },
): AsyncGenerator<Buffer> {
  yield frame({ type: 'H', content: Buffer.from(JSON.stringify(header)) })
  for (const table of header.tables) {
    const rows = yield* tableRows(client, table)
    yield frame({ type: 'E', content: Buffer.from(JSON.stringify({ rows })) })
    count.rows += rows
  }
}

async function* tableRows(client: Client, { name, columns }: TableColumns): AsyncGenerator<Buffer, number> {
  const list = columns.map((column) => escapeIdentifier(column)).join(', ')
  const copy = client.query(copyTo(`copy (select ${list} from ${escapeIdentifier(name)}) to stdout`))
  for await (const chunk of copy) yield frame({ type: 'D', content: chunk as Buffer })
  // The stream may end before the server has told how many rows it was.
  await client.query('')
  return copy.rowCount
}
