import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, startEmbeddedPostgres } from '@runsheet/core'
import { Client } from 'pg'

export type TestCluster = {
  readonly connectionString: string
  stop(): Promise<void>
}

export type TestDatabase = { readonly connectionString: string; drop(): Promise<void> }

const TEMPLATE = 'runsheet_template'

/** The data need not outlive the run, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '256MB',
  max_connections: '200',
}

const MEMORY = '/dev/shm'
/** Bytes; the databases of a run and their log take less than half of it. */
const ENOUGH = 2 ** 31

/** Where the data lie: in memory where there is enough. A disk has hundreds of files to make and to remove for each database. */
async function placeForData(): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(MEMORY)
    return bavail * bsize > ENOUGH ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Starts a cluster in a folder of its own, with a migrated database in it that all test databases are copies of. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(await placeForData(), 'runsheet-test-'))
  const words: string[] = []
  const log = { info: (line: string) => void words.push(line), warn: (line: string) => void words.push(line) }
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  // A run that is interrupted ends without `stop`.
  process.once('exit', removeFolder)
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, log, settings })
    const stop = async () => {
      await server.stop()
      removeFolder()
    }
    try {
      await createTemplate(server.connectionString)
    } catch (error) {
      await server.stop()
      throw error
    }
    return { connectionString: server.connectionString, stop }
  } catch (error) {
    removeFolder()
    throw new Error(`The test cluster did not start. Its server said:\n${words.join('\n')}`, { cause: error })
  }
}

async function createTemplate(server: string): Promise<void> {
  await execute(server, `create database ${TEMPLATE}`)
  await migrate(databaseOf(server, TEMPLATE))
  // A database with sessions cannot be copied.
  await execute(server, `alter database ${TEMPLATE} allow_connections false is_template true`)
}

/**
 * Makes a fresh database; several may be made at the same time.
 *
 * @param template a database to copy, to which nobody may be connected; without one it has all tables and no rows
 */
export async function createTestDatabase(server: string, template = TEMPLATE): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(server, `create database ${name} template ${template}`)
  return {
    connectionString: databaseOf(server, name),
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  }
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server's address with another database: the path between host and parameters. */
function databaseOf(server: string, database: string): string {
  return server.replace('@/postgres?', `@/${database}?`)
}
