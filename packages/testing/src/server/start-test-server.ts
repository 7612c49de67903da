import { type ApiSettings, createApi, defaultApiSettings } from '@runsheet/api'
import { type Core, createCore, createOwner, type MailSettings } from '@runsheet/core'
import pino from 'pino'
import { holdAnswer } from '../contract/hold-answer.ts'
import { openTestDatabase } from '../database/index.ts'

/** A JSON document of an answer, for tests that look into it. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests read documents of every shape
export type Document = Record<string, any>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly document: Document
}

/** @throws {Error} when the answer breaks the contract, naming every breach */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

export interface TestServer {
  readonly core: Core
  readonly connectionString: string
  /** `http://127.0.0.1:port`. */
  readonly url: string
  /** The Owner's. */
  readonly token: string
  /** Sends a request as the Owner, or as `headers` say, and reads the JSON of the answer; see `Send`. */
  readonly send: Send
  /** Sends a request with no headers but those given. */
  readonly ask: Send
  close(): Promise<void>
}

export const OWNER_TOKEN = 'a'.repeat(48)
export const OWNER_EMAIL = 'owner@example.com'
export const OWNER_PASSWORD = 'correct horse'

/** The key of every instance that tests start. */
export const SECRET_KEY = '5'.repeat(64)

/**
 * Everything in one process on a database of its own: real PostgreSQL, real HTTP.
 *
 * @param options.hasOwner the database has its people already
 */
export async function startTestServer(
  options: {
    settings?: Partial<ApiSettings>
    connectionString?: string
    hasOwner?: boolean
    mail?: MailSettings
    tokenDays?: number
    letsPrivateWebhooks?: boolean
  } = {},
): Promise<TestServer> {
  const database = options.connectionString === undefined ? await openTestDatabase() : undefined
  const connectionString = options.connectionString ?? database?.connectionString ?? ''
  const log = pino({ level: 'silent' })
  const { mail, tokenDays, letsPrivateWebhooks = false } = options
  const core = createCore({
    connectionString,
    log,
    timers: false,
    secretKey: SECRET_KEY,
    mail,
    tokenDays,
    letsPrivateWebhooks,
  })
  if (options.hasOwner !== true)
    await createOwner(core.database, {
      email: OWNER_EMAIL,
      password: OWNER_PASSWORD,
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
  const ask = senderTo(url)
  return {
    core,
    connectionString,
    url,
    token: OWNER_TOKEN,
    ask,
    send: (method, path, body, headers) =>
      ask(method, path, body, { authorization: `Bearer ${OWNER_TOKEN}`, ...headers }),
    async close() {
      await api.drain()
      await core.close()
      await database?.drop()
    },
  }
}

const isJson = /^application\/(?:vnd\.api\+)?json\b/

/** Sends requests to a server at an address. @param always headers of each */
export function senderTo(url: string, always: Readonly<Record<string, string>> = {}): Send {
  return async (method, path, body, headers = {}) => {
    const isText = typeof body === 'string'
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
        ...always,
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const { status, headers: answered } = answer
    holdAnswer({ method, path, status, headers: answered, text })
    return {
      status,
      headers: answered,
      document: isJson.test(answered.get('content-type') ?? '') ? (JSON.parse(text) as Document) : { text },
    }
  }
}
