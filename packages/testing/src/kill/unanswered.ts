import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRunningServer } from '@runsheet/core'
import { dataOf, writeOf } from '../planning/index.ts'
import { type Answer, type Send, senderTo } from '../server/start-test-server.ts'
import { CommitsHeld } from './commit-held.ts'
import { ADMIN_TOKEN, freePort, Program } from './program.ts'

interface Request {
  readonly method: string
  readonly path: string
  readonly body?: unknown
}

/** A write that was committed and never answered, and what its repeats were told after the crash. */
export interface Unanswered {
  readonly request: string
  readonly repeats: readonly Answer[]
}

export interface CrashReport {
  readonly unanswered: readonly Unanswered[]
  /** Events of what was asked for: before the crash, after it, and after all repeats. */
  readonly events: { readonly asked: number; readonly afterCrash: number; readonly afterRepeats: number }
}

/**
 * Kills the program when writes have been committed and before anybody is told, starts it again, and repeats each of them
 * twice under its key.
 */
export async function repeatAfterCrash(): Promise<CrashReport> {
  const folder = await mkdtemp(join(tmpdir(), 'runsheet-unanswered-'))
  const program = new Program(folder, await freePort())
  try {
    await program.run()
    const send = senderTo(program.url, { authorization: `Bearer ${ADMIN_TOKEN}` })
    const requests = await makeRequests(send)
    const before = await countEvents(send)
    const keyed = requests.map((request) => ({ ...request, key: { 'idempotency-key': randomUUID() } }))
    const held = await CommitsHeld.begin((await findRunningServer(folder)) ?? '')
    const lost = Promise.allSettled(keyed.map(({ method, path, body, key }) => send(method, path, body, key)))
    await held.waitFor(keyed.length)
    await program.kill('program')
    await lost
    await held.release()
    await program.run()
    const afterCrash = (await countEvents(send)) - before
    const unanswered: Unanswered[] = []
    for (const { method, path, body, key } of keyed) {
      const repeats = [await send(method, path, body, key), await send(method, path, body, key)]
      unanswered.push({ request: `${method} ${path}`, repeats })
    }
    const afterRepeats = (await countEvents(send)) - before
    return { unanswered, events: { asked: keyed.length, afterCrash, afterRepeats } }
  } finally {
    await program.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function countEvents(send: Send): Promise<number> {
  const { document } = await send('GET', '/core/action_logs?page[size]=1')
  return document['meta'].page.total as number
}

/** Writes that do not wait for each other: of runbooks of their own, and one of the instance. */
async function makeRequests(send: Send): Promise<Request[]> {
  const make = async (path: string, body: object) => dataOf(await send('POST', path, body))['id'] as string
  const workspace = await make('/core/workspaces', writeOf('workspace', { name: 'Bank', key: 'bank' }))
  const newRunbook = writeOf('runbook', { name: 'Failover' }, { workspace })
  const runbook = async () => `/core/runbooks/${await make('/core/runbooks', newRunbook)}`
  return [
    { method: 'POST', path: `${await runbook()}/tasks`, body: writeOf('task', { name: 'Once' }) },
    { method: 'POST', path: `${await runbook()}/tasks/import`, body: 'Title\nOne\nTwo\n' },
    { method: 'POST', path: `${await runbook()}/comments`, body: writeOf('comment', { content: 'Once' }) },
    { method: 'DELETE', path: await runbook() },
    { method: 'POST', path: '/core/runbooks', body: newRunbook },
    {
      method: 'POST',
      path: '/core/user_app_tokens',
      body: writeOf('user_app_token', { label: 'Once' }),
    },
  ]
}
