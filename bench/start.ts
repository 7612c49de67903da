import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { BenchRow } from './row.ts'

const main = new URL('../packages/cli/src/main.ts', import.meta.url).pathname

/** (g) from the command to the first 200 of `/readyz`: on an empty folder, with the example workspace, and again; memory at rest. */
export async function benchStart(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'runsheet-start-'))
  const first = await startOnce(folder)
  await stop(first.child)
  const second = await startOnce(folder)
  const memory = await residentMegabytes(second.child.pid ?? 0)
  await stop(second.child)
  await rm(folder, { recursive: true, force: true })
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`
  return [
    {
      name: '(g) first start',
      ours: seconds(first.ms),
      floor: '–',
      ratio: first.ms / 1_500,
      target: 'shown',
    },
    {
      name: '(g) second start',
      ours: seconds(second.ms),
      floor: '1.50 s',
      ratio: second.ms / 1_500,
      target: '< 1',
    },
    {
      name: '(g) memory at rest (program)',
      ours: `${memory} MB`,
      floor: '–',
      ratio: memory / 100,
      target: 'shown',
    },
  ]
}

async function startOnce(folder: string): Promise<{ child: ChildProcess; ms: number }> {
  const port = await freePort()
  const from = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      main,
      'serve',
      '--data-dir',
      join(folder, 'data'),
      '--port',
      String(port),
      '--log-level',
      'error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  for (;;) {
    if (ended) throw new Error('the program ended before it served')
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return { child, ms: performance.now() - from }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Resident set of a process, in megabytes (Linux; 0 elsewhere). */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024)
}
