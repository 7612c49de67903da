import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ApiError, isCode } from './api-error.ts'
import { type ClientOptions, createClient } from './create-client.ts'
import { API_VERSION } from './generated/api-version.ts'

interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

type Reply = (res: ServerResponse, seen: Seen) => void

let server: Server
let baseUrl: string
let seen: Seen[]
let replies: Reply[]
let pauses: number[]

beforeEach(async () => {
  seen = []
  replies = []
  pauses = []
  server = createServer((req, res) => {
    void (async () => {
      let body = ''
      for await (const chunk of req.setEncoding('utf8')) body += String(chunk)
      const request = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body }
      seen.push(request)
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      reply?.(res, request)
    })()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => {
    server.close(resolve)
  })
})

const json =
  (status: number, document: unknown, headers: Record<string, string> = {}): Reply =>
  (res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(document))
  }
const refusal = (status: number, code: string, headers: Record<string, string> = {}): Reply =>
  json(status, { errors: [{ id: 'r-1', status: String(status), code, title: 'T', detail: 'D.' }] }, headers)
const drop: Reply = (res) => {
  res.destroy()
}
const task = { type: 'task', id: '17', attributes: { name: 'Promote' }, relationships: {}, links: {} }

const client = (options: Partial<ClientOptions> = {}) =>
  createClient({
    baseUrl: `${baseUrl}/`,
    token: 'secret',
    random: () => 0,
    sleep: async (ms) => {
      pauses.push(ms)
    },
    ...options,
  })

describe('a call', () => {
  test('is written as its endpoint is declared', async () => {
    replies = [json(200, { data: task }, { etag: '"5"' })]
    const answer = await client({ language: 'de', apiVersion: '2022-02-22' }).send('updateTask', {
      params: { runbook_id: '90', id: '17' },
      attributes: { duration: 900 },
      relationships: { assignees: [{ type: 'user', id: '8' }] },
      meta: { delete_excluded_assignees: true },
      ifMatch: '"4"',
      idempotencyKey: 'k-1',
    })
    expect(seen[0]).toMatchObject({
      method: 'PATCH',
      url: '/base/core/runbooks/90/tasks/17',
      headers: {
        authorization: 'Bearer secret',
        'content-type': 'application/json',
        'accept-language': 'de',
        'api-version': '2022-02-22',
        'if-match': '"4"',
        'idempotency-key': 'k-1',
      },
    })
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      data: {
        type: 'task',
        id: '17',
        attributes: { duration: 900 },
        relationships: { assignees: { data: [{ type: 'user', id: '8' }] } },
      },
      meta: { delete_excluded_assignees: true },
    })
    expect(answer).toMatchObject({ status: 200, etag: '"5"', body: { data: { id: '17' } } })
  })

  test('asks for the version that its types describe, unless told otherwise', async () => {
    replies = [json(200, { data: task })]
    await client().call('getTask', { params: { runbook_id: '90', id: '17' } })
    expect(seen[0]?.headers['api-version']).toBe(API_VERSION)
  })

  test('writes lists, dates, fields and pages into the query', async () => {
    replies = [json(200, { data: [], links: {}, meta: {} })]
    await client().listRunbooks({
      query: {
        stage: ['active', 'paused'],
        created_after: new Date('2026-03-28T22:00:00Z'),
        archived: false,
        folder_id: undefined,
        sort: '-touched_at',
        fields: { runbook: ['name', 'stage'] },
        page: { number: 2, size: 10 },
      },
    })
    expect([...new URL(seen[0]?.url ?? '', baseUrl).searchParams]).toEqual([
      ['stage', 'active,paused'],
      ['created_after', '2026-03-28T22:00:00.000Z'],
      ['archived', 'false'],
      ['sort', '-touched_at'],
      ['fields[runbook]', 'name,stage'],
      ['page[number]', '2'],
      ['page[size]', '10'],
    ])
  })

  test('without anything to say has no body, and an empty answer is undefined', async () => {
    replies = [(res) => res.writeHead(204).end()]
    const answer = await client().deleteTask({ params: { runbook_id: '90', id: '17' } })
    expect(answer).toBeUndefined()
    expect(seen[0]).toMatchObject({ method: 'DELETE', body: '' })
    expect(seen[0]?.headers).not.toHaveProperty('content-type')
  })

  test('sends a file as it is and gives a file as text', async () => {
    replies = [json(201, { data: [], meta: {} }), (res) => res.end('Task ID,Title\n')]
    await client().importTasks({ params: { runbook_id: '90' }, body: 'Title\nStop\n' })
    expect(seen[0]).toMatchObject({ body: 'Title\nStop\n', headers: { 'content-type': 'text/csv' } })
    expect(await client().exportTasks({ params: { runbook_id: '90' } })).toBe('Task ID,Title\n')
  })

  test('without an id of its path is refused before it is sent', async () => {
    await expect(client().getRunbook({ params: { id: '' } })).rejects.toThrow(TypeError)
    expect(seen).toEqual([])
  })
})

describe('without a token', () => {
  /** A browser with a session, as far as the client sees it. */
  const browser = (asked: RequestInit[] = []) =>
    createClient({
      baseUrl,
      sleep: async (ms) => {
        pauses.push(ms)
      },
      fetch: (url, init = {}) => {
        asked.push(init)
        return fetch(url, init)
      },
    })

  test('a browser is asked to send its session, to its own server only', async () => {
    replies = [json(200, { data: { type: 'me', id: '8' } })]
    const asked: RequestInit[] = []
    expect((await browser(asked).getMe()).data.id).toBe('8')
    expect(asked[0]?.credentials).toBe('same-origin')
    expect(seen[0]?.headers.authorization).toBeUndefined()
  })

  test('a person signs in, changes a preference and signs out', async () => {
    replies = [
      json(201, { data: { type: 'session', id: '3' } }),
      json(200, { data: { type: 'me', id: '8' } }),
      json(204, undefined),
    ]
    await browser().signIn({ attributes: { email: 'mira@example.com', password: 'correct horse' } })
    await browser().updateMe({ attributes: { theme: 'light' } })
    await browser().signOut()
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /base/core/sessions',
      'PATCH /base/core/me',
      'DELETE /base/core/sessions',
    ])
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({ data: { type: 'me', attributes: { theme: 'light' } } })
  })

  test('an attempt to sign in that has to wait is told at once', async () => {
    replies = [refusal(429, 'rate_limited', { 'retry-after': '8' })]
    await expect(browser().signIn({ attributes: { email: 'a', password: 'b' } })).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 8000,
    })
    expect([seen.length, pauses]).toEqual([1, []])
  })
})

describe('a refusal', () => {
  test('is thrown with its status, code, problems and request id', async () => {
    replies = [refusal(422, 'task_not_startable')]
    const error = await client()
      .startTask({ params: { runbook_id: '90', id: '17' } })
      .catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ApiError)
    expect(isCode(error, 'stale_resource', 'task_not_startable')).toBe(true)
    expect(isCode(error, 'stale_resource')).toBe(false)
    expect(error).toMatchObject({
      status: 422,
      code: 'task_not_startable',
      requestId: 'r-1',
      message: 'D.',
      request: { method: 'PATCH', path: '/core/runbooks/90/tasks/17/start' },
    })
    expect(seen).toHaveLength(1)
  })

  test('of something else than the API has no code', async () => {
    replies = [(res) => res.writeHead(502).end('<h1>Bad gateway</h1>')]
    await expect(client().getRunbook({ params: { id: '90' } })).rejects.toMatchObject({
      status: 502,
      code: '',
      problems: [],
    })
  })

  test('as a redirection is not followed: a POST would become a GET', async () => {
    replies = [(res) => res.writeHead(301, { location: '/elsewhere' }).end()]
    await expect(client().pauseRunbook({ params: { id: '90' } })).rejects.toMatchObject({ status: 301 })
    expect(seen).toHaveLength(1)
  })
})

describe('a repetition', () => {
  test('waits by chance up to a bound that doubles each time, and then gives up', async () => {
    replies = [refusal(429, 'rate_limited')]
    await expect(client({ random: () => 0.5 }).listUsers()).rejects.toMatchObject({ status: 429 })
    // Half of 500, 1 000 and 2 000 ms.
    expect(pauses).toEqual([250, 500, 1000])
    expect(seen).toHaveLength(4)
  })

  test('comes not before Retry-After, twice as late each time', async () => {
    const full = refusal(429, 'rate_limited', { 'retry-after': '7' })
    replies = [full, full, json(200, { data: task })]
    await client({ random: () => 0.5 }).startTask({ params: { runbook_id: '90', id: '17' } })
    // 7 s, then 14 s, and half of 500 and of 1 000 ms.
    expect(pauses).toEqual([7250, 14_500])
  })

  test('does not wait for hours', async () => {
    replies = [refusal(429, 'rate_limited', { 'retry-after': '3600' })]
    await expect(client().listUsers()).rejects.toMatchObject({ status: 429, retryAfterMs: 3_600_000 })
    expect(seen).toHaveLength(1)
  })

  const start = { params: { runbook_id: '90', id: '17' } }
  test.each([
    ['a broken connection', drop],
    ['a 503 of a proxy', (res: ServerResponse) => res.writeHead(503).end('busy')],
    ['a 504', refusal(504, 'core_timeout')],
  ] as const)('of a write follows %s only with an idempotency key', async (_what, broken) => {
    replies = [broken, json(200, { data: task })]
    await expect(client({ idempotencyKeys: false }).startTask(start)).rejects.toBeInstanceOf(Error)
    expect(seen).toHaveLength(1)
    replies = [broken, json(200, { data: task })]
    await client({ idempotencyKeys: false }).startTask({ ...start, idempotencyKey: 'k-1' })
    expect(seen.slice(1).map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1', 'k-1'])
  })

  test('of a write carries the same key, which is made for the call', async () => {
    replies = [drop, refusal(504, 'core_timeout'), json(200, { data: task })]
    await client().startTask(start)
    await client().startTask(start)
    const [first, second, third, other] = seen.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect([second, third]).toEqual([first, first])
    expect(other).toMatch(/^[0-9a-f]{32}$/)
    expect(other).not.toBe(first)
  })

  test('of signing in and of a GET carries no key', async () => {
    replies = [json(200, { data: task })]
    await client().signIn({ attributes: { email: 'a', password: 'b' } })
    await client().getTask(start)
    expect(seen.filter(({ headers }) => 'idempotency-key' in headers)).toEqual([])
  })

  test('of a GET follows a broken connection', async () => {
    replies = [drop, json(200, { data: task })]
    await client().getTask(start)
    expect(seen).toHaveLength(2)
  })

  test.each([400, 401, 403, 404, 405, 422, 500, 501, 502])(
    'never follows %i of something unknown',
    async (status) => {
      replies = [refusal(status, 'some_new_code')]
      await expect(client().getTask(start)).rejects.toMatchObject({ status })
      expect(seen).toHaveLength(1)
    },
  )

  test('ends when the caller leaves', async () => {
    const leaving = new AbortController()
    replies = [drop]
    const sleep = async () => leaving.abort(new Error('left'))
    await expect(client({ sleep }).getTask({ ...start, signal: leaving.signal })).rejects.toThrow('left')
    expect(seen).toHaveLength(1)
  })
})

const page = (id: string, next: string | null) => json(200, { data: [{ ...task, id }], links: { next } })

describe('a list', () => {
  test('is read to its end by its links, absolute or relative, as they stand', async () => {
    replies = [
      page('1', `${baseUrl}/core/users?page%5Bnumber%5D=2&query=a%20b`),
      page('2', '/core/users?cursor=bzE'),
      page('3', null),
    ]
    const ids: string[] = []
    for await (const user of client().all('listUsers', { query: { query: 'a b' } })) ids.push(user.id)
    expect(ids).toEqual(['1', '2', '3'])
    expect(seen.map(({ url }) => url)).toEqual([
      '/base/core/users?query=a+b',
      '/base/core/users?page%5Bnumber%5D=2&query=a%20b',
      '/base/core/users?cursor=bzE',
    ])
  })

  test('is not followed to another host, which would get the token', async () => {
    replies = [page('1', 'http://example.com/core/users?page=2')]
    const pages = client().pages('listUsers')
    await pages.next()
    await expect(pages.next()).rejects.toThrow('example.com')
  })

  test('asks for no more pages than the caller reads', async () => {
    replies = [page('1', '/core/users?page=2')]
    const pages = client().pages('listUsers')
    expect((await pages.next()).value?.data).toHaveLength(1)
    await pages.return()
    expect(seen).toHaveLength(1)
  })
})
