import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const ADMIN_TOKEN = 'b'.repeat(48)

/** Whom a round kills: the program, the database server, one session of it, or everything at once. */
export const victims = ['program', 'server', 'session', 'everything'] as const
export type Victim = (typeof victims)[number]

/** The real program on a data folder, as an operator starts it: with its embedded database, at one address. */
export class Program {
  readonly url: string
  readonly #dataDir: string
  readonly #port: number
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #words: string[] = []

  /** @param env further settings */
  constructor(dataDir: string, port: number, env: Readonly<Record<string, string>> = {}) {
    this.#env = env
    this.#dataDir = dataDir
    this.#port = port
    this.url = `http://127.0.0.1:${port}`
  }

  /** Starts it where it does not run, and waits until it serves. @throws {Error} with its last words when it ends instead */
  async run(): Promise<void> {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) return
    const main = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url))
    const child = spawn(process.execPath, [main, 'serve'], {
      env: {
        ...process.env,
        RUNSHEET_PORT: String(this.#port),
        RUNSHEET_DATA_DIR: this.#dataDir,
        RUNSHEET_ADMIN_TOKEN: ADMIN_TOKEN,
        RUNSHEET_DEMO: 'off',
        RUNSHEET_RATE_LIMIT: 'off',
        RUNSHEET_ADDRESS_LIMIT: 'off',
        RUNSHEET_LOG_LEVEL: 'warn',
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#words = []
    const ready = Promise.withResolvers<void>()
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        this.#words = [...this.#words.slice(-40), line]
        if (line === 'Runsheet is ready.') ready.resolve()
      })
    child.once('exit', () => ready.reject(new Error(`The program ended:\n${this.#words.join('\n')}`)))
    await ready.promise
  }

  /** Kills without a warning. */
  async kill(victim: Victim): Promise<void> {
    const server = await this.#serverPid()
    const sessions = server === undefined ? [] : await childrenOf(server)
    const own = this.#child?.pid
    const pids = {
      program: [own],
      server: [server],
      session: sessions.toSorted(() => Math.random() - 0.5).slice(0, 1),
      everything: [own, server, ...sessions],
    }[victim]
    const isItself = victim === 'program' || victim === 'everything'
    const exited = isItself && this.#child ? once(this.#child, 'exit') : undefined
    for (const pid of pids) if (pid !== undefined) killNow(pid)
    await exited
  }

  /** Stops it as an operator does. */
  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
  }

  async #serverPid(): Promise<number | undefined> {
    const text = await readFile(join(this.#dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    const pid = Number(text.split('\n')[0])
    return pid > 0 ? pid : undefined
  }
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []))
}
