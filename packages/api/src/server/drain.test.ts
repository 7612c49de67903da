import { once } from 'node:events'
import { expect, test } from 'vitest'
import { constantCore, emptyList, openSocket, rawAnswer, startApi, token } from '../test-support.ts'

test('a drain takes no new connection, answers what is under way, and closes idle connections', async () => {
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  const core = constantCore(async () => {
    asked.resolve()
    await answered.promise
    return emptyList
  })
  const api = await startApi(core)
  const idle = openSocket(api.port, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
  await rawAnswer(idle)
  const pending = fetch(`${api.url}/core/runbooks`, { headers: token })
  await asked.promise
  const drained = api.drain()
  await expect(fetch(`${api.url}/healthz`)).rejects.toThrow('fetch failed')
  answered.resolve()
  const response = await pending
  expect([response.status, response.headers.get('connection')]).toEqual([200, 'close'])
  await drained
  expect(idle.closed || idle.readableEnded).toBe(true)
})

test('a drain may be asked for twice', async () => {
  const api = await startApi()
  await expect(Promise.all([api.drain(), api.drain()])).resolves.toHaveLength(2)
})

test('a drain does not wait for connections that were opened in advance and have sent nothing', async () => {
  const api = await startApi()
  const silent = openSocket(api.port, '')
  await once(silent, 'connect')
  // Answered after the connection before it was accepted.
  await fetch(`${api.url}/healthz`)
  const closed = once(silent, 'close')
  await api.drain()
  await closed
  expect(silent.bytesWritten).toBe(0)
})

/** Half of an answer, and the rest when it is let go. */
async function* inTwo(letGo: Promise<void>) {
  yield '{"data":'
  await letGo
  yield '[]}'
}

test('an answer that is being written is written to its end', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const headers = { 'content-type': 'application/json' }
  const api = await startApi(constantCore({ status: 200, headers, body: inTwo(promise) }))
  const answer = await fetch(`${api.url}/core/runbooks`, { headers: token })
  const drained = api.drain()
  await expect(fetch(`${api.url}/healthz`)).rejects.toThrow('fetch failed')
  resolve()
  expect(await answer.text()).toBe('{"data":[]}')
  await drained
})

test('a live stream that is asked for while the server stops is told to come back', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  async function* events() {
    yield 'id: 1\n\n'
    await new Promise(() => {})
  }
  const core = constantCore(async () => {
    asked.resolve()
    await promise
    return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: events() }
  })
  const api = await startApi(core)
  const pending = fetch(`${api.url}/core/runbooks/7/events`, { headers: token })
  await asked.promise
  const drained = api.drain()
  resolve()
  expect(await (await pending).text()).toMatch(/^retry: \d+\n\n$/)
  await drained
})
