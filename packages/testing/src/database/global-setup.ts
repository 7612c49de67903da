import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { TestCluster } from './test-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The socket on which the run's one cluster is asked for; see `openTestDatabase`. */
    testClusterDoor: string
  }
}

let door: Server | undefined
let cluster: Promise<TestCluster> | undefined

/**
 * Once per test run, before the first file: opens a socket that answers with the address of the run's cluster. The cluster starts
 * when the first file asks, so that a run of pure tests has none.
 */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'runsheet-door-'))
  // Here and not in `teardown`, which an interrupted run skips.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'door')
  door = createServer((socket) => {
    cluster ??= import('./test-cluster.ts').then(({ startTestCluster }) => startTestCluster())
    cluster.then(
      ({ connectionString }) => socket.end(JSON.stringify({ connectionString })),
      (error: unknown) => socket.end(JSON.stringify({ error: describe(error) })),
    )
  })
  const opened = Promise.withResolvers<void>()
  door.once('error', opened.reject).listen(path, opened.resolve)
  await opened.promise
  project.provide('testClusterDoor', path)
}

/** After the last file, also when tests failed. */
export async function teardown(): Promise<void> {
  door?.close()
  const started = await cluster?.catch(() => undefined)
  await started?.stop()
}

/** The whole chain of causes: the file that asked is where a person will look. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? String(error.stack) : `${error.stack}\nCause: ${describe(error.cause)}`
}
