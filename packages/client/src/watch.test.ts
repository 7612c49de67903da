import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import type { LiveEvent, WatchOptions } from './watch.ts'

let server: Server
let baseUrl: string
let lastIds: (string | undefined)[]
let replies: ((res: ServerResponse) => void)[]
let pauses: number[]

beforeEach(async () => {
  lastIds = []
  replies = []
  pauses = []
  server = createServer((req, res) => {
    lastIds.push(req.headers['last-event-id'] as string | undefined)
    const reply = replies.shift()
    if (reply) reply(res)
    else res.destroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => {
    server.close(resolve)
  })
})

const stream =
  (text: string, end: 'end' | 'stay' = 'end') =>
  (res: ServerResponse) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    if (end === 'end') res.end(text)
    else res.write(text)
  }

async function read(count: number, options: WatchOptions = {}, random = 0): Promise<LiveEvent[]> {
  const client = createClient({
    baseUrl,
    random: () => random,
    sleep: async (ms) => {
      pauses.push(ms)
    },
  })
  const events: LiveEvent[] = []
  for await (const event of client.watch('90', options)) {
    events.push(event)
    if (events.length === count) break
  }
  return events
}

test('events come with id, name and parsed data', async () => {
  replies = [stream(': hello\n\nid: 7\nevent: task.started\ndata: {"task":"17"}\n\ndata: late\n\n')]
  expect(await read(2)).toEqual([
    { id: '7', event: 'task.started', data: { task: '17' } },
    { id: undefined, event: 'message', data: 'late' },
  ])
})

test('a stream that ends is resumed after its last event, after the pause that the server asked for', async () => {
  replies = [stream('retry: 50\nid: 7\ndata: 1\n\n'), stream('id: 8\ndata: 2\n\n')]
  expect((await read(2, { lastEventId: '6' })).map(({ id }) => id)).toEqual(['7', '8'])
  expect(lastIds).toEqual(['6', '7'])
  expect(pauses).toEqual([50])
})

test('a stream that breaks again and again is waited for longer and longer', async () => {
  replies = [
    (res) => res.destroy(),
    (res) => res.destroy(),
    (res) => res.destroy(),
    (res) => res.destroy(),
    (res) => res.writeHead(503, { 'retry-after': '9' }).end(),
    stream('data: 1\n\n'),
  ]
  await read(1, {}, 0.9)
  // At least 2 s; nine tenths of 4 s; what the server wished, which is more than nine tenths of 8 s.
  expect(pauses).toEqual([2000, 2000, 2000, 3600, 9000])
})

test('a stream that falls silent is opened again', async () => {
  replies = [stream('id: 7\ndata: 1\n\n', 'stay'), stream('id: 8\ndata: 2\n\n')]
  expect(await read(2, { idleMs: 1000 })).toHaveLength(2)
  expect(lastIds).toEqual([undefined, '7'])
})

test('a refusal ends the stream with an error', async () => {
  replies = [(res) => res.writeHead(404).end('{"errors":[{"code":"not_found","detail":"Gone."}]}')]
  await expect(read(1)).rejects.toMatchObject({ status: 404, code: 'not_found' })
})

test('an aborted signal ends the stream without an error', async () => {
  replies = [stream('id: 7\ndata: 1\n\n', 'stay')]
  const leaving = new AbortController()
  const events = createClient({ baseUrl }).watch('90', { signal: leaving.signal })
  expect((await events.next()).value).toMatchObject({ id: '7' })
  const next = events.next()
  leaving.abort()
  expect((await next).done).toBe(true)
})
