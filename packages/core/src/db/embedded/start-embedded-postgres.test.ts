import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts'
import { readPidFile } from './leftover-server.ts'
import { processIdentity } from './process-identity.ts'

const isRoot = process.geteuid?.() === 0
const isLinux = process.platform === 'linux'

let dataDir: string
let running: EmbeddedPostgres[]
let programs: ChildProcess[]
let said: string[]

beforeEach(async () => {
  dataDir = await realpath(await mkdtemp(join(tmpdir(), 'runsheet test with blanks ')))
  running = []
  programs = []
  said = []
})

afterEach(async () => {
  for (const server of running) await server.stop()
  for (const program of programs) await kill(program, 'SIGTERM')
  const left = await readPidFile(join(dataDir, 'postgres'))
  if (left && (await isAlive(left.pid))) process.kill(left.pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, maxRetries: 5 })
})

const say = (message: string) => void said.push(message)

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: { info: say, warn: say } })
  running.push(server)
  return server
}

/** Another program of ours, which holds the data folder until it is killed. */
async function startProgram(): Promise<{ program: ChildProcess; serverPid: number }> {
  const module = new URL('./index.ts', import.meta.url).href
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)}
    const log = { info() {}, warn() {} }
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log })
    process.once('SIGTERM', () => server.stop())
    process.stdout.write(String(server.pid))`
  const program = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  programs.push(program)
  const [serverPid] = await once(program.stdout, 'data')
  return { program, serverPid: Number(serverPid) }
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[][]> {
  const client = new Client(server.connectionString)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

async function ownerOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'uid=', '-p', String(pid)])
  return Number(stdout)
}

async function isAlive(pid: number): Promise<boolean> {
  return (await processIdentity(pid)) !== undefined
}

test('data outlive stop and start, in a folder with blanks in its name', async () => {
  const first = await start()
  await query(first, 'create table kept as select 42 as answer')
  await first.stop()
  expect(await first.exited).toEqual({ code: 0, signal: null })
  expect(await query(await start(), 'select answer from kept')).toEqual([[42]])
})

test('after a stop nothing is left but the database', async () => {
  const server = await start()
  const socketDir = new URL(server.connectionString.replace('@/', '@socket/')).searchParams.get('host') ?? ''
  expect((await stat(socketDir)).mode & 0o777).toBe(0o700)
  expect(Buffer.byteLength(join(socketDir, '.s.PGSQL.5432'))).toBeLessThan(100)
  await server.stop()
  await server.stop()
  expect(existsSync(socketDir)).toBe(false)
  expect(await isAlive(server.pid)).toBe(false)
  expect(await readdir(dataDir)).toEqual(['postgres'])
})

test('the database is UTF-8, sorts by code point, checks its pages, keeps what it acknowledged, and asks for the password', async () => {
  const server = await start()
  const settings = [
    'server_encoding',
    'lc_collate',
    'data_checksums',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
  ]
  const asked = settings.map((name) =>
    name === 'lc_collate' ? `'B' < 'a' and lower('Ä') = 'ä'` : `current_setting('${name}')`,
  )
  expect(await query(server, `select ${asked.join()}`)).toEqual([['UTF8', true, 'on', 'on', 'on', 'on']])
  const stranger = new Client(server.connectionString.replace(/:[0-9a-f]+@/, ':wrong@'))
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  expect((await stat(join(dataDir, 'postgres', 'runsheet.password'))).mode & 0o777).toBe(0o600)
})

test.runIf(isLinux)(
  'the server listens on no TCP port, and Ctrl-C on our terminal does not reach it',
  async () => {
    const server = await start()
    const tables = await Promise.all(
      ['tcp', 'tcp6'].map((name) => readFile(`/proc/${server.pid}/net/${name}`, 'utf8')),
    )
    const tcpSockets = new Set(
      tables.flatMap((table) => table.split('\n').map((row) => row.trim().split(/\s+/)[9])),
    )
    for (const fd of await readdir(`/proc/${server.pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/${server.pid}/fd/${fd}`))?.[1]
      expect(tcpSockets.has(inode ?? 'none')).toBe(false)
    }
    const group = (await readFile(`/proc/${server.pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[2]
    expect(Number(group)).toBe(server.pid)
  },
)

test('a second start on a data folder is refused and names the pid that holds it', async () => {
  const { program, serverPid } = await startProgram()
  await expect(start()).rejects.toThrow(`in use by the process with pid ${program.pid}.`)
  expect(await isAlive(serverPid)).toBe(true)
})

test('of two starts at once on an empty folder one is refused', async () => {
  const starts = await Promise.allSettled([start(), start()])
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a server that dies says so, and comes back with all it acknowledged', async () => {
  const server = await start()
  await query(server, 'create table kept as select 42 as answer')
  process.kill(server.pid, 'SIGKILL')
  expect(await server.exited).toEqual({ code: null, signal: 'SIGKILL' })
  await server.stop()
  expect(await query(await start(), 'select answer from kept')).toEqual([[42]])
})

test('a server whose program was killed is stopped, and another one started', async () => {
  const { program, serverPid } = await startProgram()
  await kill(program)
  expect(await isAlive(serverPid)).toBe(true)

  const server = await start()
  expect(said[0]).toBe(`Stopping the PostgreSQL server (pid ${serverPid}) that an earlier run left behind`)
  expect(await isAlive(serverPid)).toBe(false)
  expect(await query(server, 'select 1')).toEqual([[1]])
})

test('a start after everything was killed at once clears up and recovers', async () => {
  const { program, serverPid } = await startProgram()
  process.kill(serverPid, 'SIGKILL')
  await kill(program)
  expect(await readdir(dataDir)).toEqual(['postgres', 'runsheet.lock'])
  expect(await query(await start(), 'select 1')).toEqual([[1]])
})

test('a pid in an old postmaster.pid that belongs to another program by now does no harm', async () => {
  const first = await start()
  process.kill(first.pid, 'SIGKILL')
  await first.exited
  await first.stop()
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  programs.push(stranger)
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, String(stranger.pid)))

  expect(await query(await start(), 'select 1')).toEqual([[1]])
  expect(await isAlive(stranger.pid ?? 0)).toBe(true)
})

test('a program that was killed while it created the database does not stop the next one', async () => {
  const draft = join(dataDir, 'postgres.draft-killed')
  await writeFile(draft, '')
  expect(await query(await start(), 'select 1')).toEqual([[1]])
  expect(existsSync(draft)).toBe(false)
})

test('data of another major version are refused, and the way across is named', async () => {
  await (await start()).stop()
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
  await expect(start()).rejects.toThrow(/made by PostgreSQL 15; .*npm start -- backup FILE/)
  expect(await readdir(dataDir)).toEqual(['postgres'])
})

test('a server that cannot start is reported with its own words, and nothing stays locked', async () => {
  const log = { info() {}, warn() {} }
  await expect(
    startEmbeddedPostgres({ dataDir, log, settings: { max_connections: 'many' } }),
  ).rejects.toThrow(/did not start:\n.*FATAL: {2}invalid value for parameter "max_connections": "many"/)
  expect(await readdir(dataDir)).toEqual(['postgres'])
})

test.runIf(isRoot)(
  'root runs the server as another user, also where that user cannot enter the data folder',
  async () => {
    await chmod(dataDir, 0o700)
    const server = await start()
    await query(server, 'create table kept as select 42 as answer')
    const { uid } = await stat(join(dataDir, 'postgres'))
    expect(uid).not.toBe(0)
    expect((await stat(dataDir)).uid).toBe(0)
    expect(await ownerOf(server.pid)).toBe(uid)
  },
)
