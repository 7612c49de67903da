import { type ApiSettings, createApi, defaultApiSettings } from '@runsheet/api'
import { type Core, createCore, createOwner } from '@runsheet/core'
import pino from 'pino'
import { checkDocument } from '../contract/check-document.ts'
import { openTestDatabase } from '../database/index.ts'

/** A JSON document of an answer, for tests that look into it. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests read documents of every shape
export type Document = Record<string, any>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly document: Document
}

export interface TestServer {
  readonly core: Core
  readonly connectionString: string
  /** `http://127.0.0.1:port`. */
  readonly url: string
  /** The Owner's. */
  readonly token: string
  /**
   * Sends a request as the Owner, or as `headers` say, and reads the JSON of the answer.
   *
   * @throws {Error} when the answer breaks the contract, naming every breach
   */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  close(): Promise<void>
}

export const OWNER_TOKEN = 'a'.repeat(48)

/** Everything in one process on a database of its own: real PostgreSQL, real HTTP. */
export async function startTestServer(
  options: { settings?: Partial<ApiSettings>; connectionString?: string } = {},
): Promise<TestServer> {
  const database = options.connectionString === undefined ? await openTestDatabase() : undefined
  const connectionString = options.connectionString ?? database?.connectionString ?? ''
  const log = pino({ level: 'silent' })
  const core = createCore({ connectionString, log, timers: false })
  await createOwner(core.database, {
    email: 'owner@example.com',
    password: 'correct horse',
    token: OWNER_TOKEN,
  })
  const settings = {
    ...defaultApiSettings,
    port: 0,
    rateLimit: 'off' as const,
    addressLimit: 'off' as const,
    ...options.settings,
  }
  const api = await createApi({ core: core.client, settings, log })
  const { port } = await api.listen()
  const url = `http://127.0.0.1:${port}`
  return {
    core,
    connectionString,
    url,
    token: OWNER_TOKEN,
    async send(method, path, body, headers = {}) {
      const isText = typeof body === 'string'
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${OWNER_TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      })
      const text = await answer.text()
      const { status, headers: answered } = answer
      const breaches = checkDocument({ method, path, status, headers: answered, text })
      if (breaches.length > 0)
        throw new Error(
          `${method} ${path} (${status}) breaks the contract:\n${breaches.join('\n')}\n${text.slice(0, 2_000)}`,
        )
      return {
        status: answer.status,
        headers: answer.headers,
        document: text.startsWith('{') ? (JSON.parse(text) as Document) : { text },
      }
    },
    async close() {
      await api.drain()
      await core.close()
      await database?.drop()
    },
  }
}
