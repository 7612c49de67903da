import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createCoreServer, createLog } from '@runsheet/api'
import type { CancelSignal, CoreClient } from '@runsheet/contract'
import { expect, onTestFinished, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const headers = { authorization: `Bearer ${'c'.repeat(48)}` }

/** A Core whose lists wait to be let go, and whose streams go on until their watcher leaves. */
function heldCore() {
  const asked = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  async function* events(signal: CancelSignal | undefined) {
    yield 'id: 1\ndata: {}\n\n'
    await new Promise<void>((resolve) => signal?.addEventListener('abort', resolve))
  }
  const core: CoreClient = {
    async call({ endpoint }, signal) {
      if (endpoint === 'watchRunbook')
        return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: events(signal) }
      asked.resolve()
      await letGo.promise
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":[]}' }
    },
    countProcesses: () => Promise.resolve(1),
    ready: () => Promise.resolve(true),
  }
  return { core, asked: asked.promise, letGo: letGo.resolve }
}

async function startApi(core: CoreClient): Promise<{ child: ChildProcess; port: number }> {
  const server = createCoreServer({ core, log: createLog('silent') })
  const { port: corePort } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  const child = spawn(process.execPath, [
    main,
    'api',
    '--core-url',
    `http://127.0.0.1:${corePort}`,
    '--port',
    '0',
    '--log-level',
    'silent',
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = Promise.withResolvers<number>()
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const port = /API: http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
    if (port !== undefined) told.resolve(Number(port))
  })
  child.once('exit', () => told.reject(new Error(`ended after ${said}`)))
  return { child, port: await told.promise }
}

/** What becomes of an attempt to connect. */
async function connected(port: number): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1')
  const { promise, resolve } = Promise.withResolvers<string>()
  socket.once('connect', () => resolve('connected')).once('error', ({ message }) => resolve(message))
  const told = await promise
  socket.destroy()
  return told
}

test('SIGTERM: no new connections, what is under way is answered, watchers are told to come back, and the process ends with 0', async () => {
  const { core, asked, letGo } = heldCore()
  const { child, port } = await startApi(core)
  const ended = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  const kept = new Agent({ keepAlive: true })
  const ask = async (path: string, agent?: Agent) => {
    const [answer] = (await once(get(url + path, { headers, ...(agent && { agent }) }), 'response')) as [
      IncomingMessage,
    ]
    return answer
  }
  await text(await ask('/healthz', kept))
  const idle = Object.values(kept.freeSockets).flatMap((sockets) => sockets ?? [])
  expect(idle).toHaveLength(1)
  const watching = await ask('/core/runbooks/7/events')
  const events = text(watching)
  const pending = ask('/core/runbooks')
  await asked

  child.kill('SIGTERM')
  await expect.poll(() => connected(port)).toContain('ECONNREFUSED')
  expect(await events).toMatch(/^id: 1\ndata: \{\}\n\nretry: \d+\n\n$/)
  await expect.poll(() => idle.every(({ destroyed }) => destroyed)).toBe(true)

  letGo()
  const answer = await pending
  expect([answer.statusCode, answer.headers.connection, await text(answer)]).toEqual([
    200,
    'close',
    '{"data":[]}',
  ])
  expect(await ended).toEqual([0, null])
})
