/** What a caller shows to be known: a bearer token, or the secret of a session from the browser's cookie. */
export interface Credential {
  readonly kind: 'token' | 'session'
  readonly secret: string
}

/** The cookie in which a browser keeps the secret of its session. */
export const SESSION_COOKIE = 'runsheet_session'

/** What the api passes to Core for one request, and what Core answers: a function call in one process, one HTTP request between two. */
export interface CoreCall {
  readonly endpoint: string
  /** Path parameters as text. */
  readonly params: Readonly<Record<string, string>>
  /** Decoded query, in its order. */
  readonly query: readonly (readonly [string, string])[]
  /** The parsed JSON body, or undefined without one. */
  readonly document: unknown
  /** The body as it came, for fingerprints and files. */
  readonly body: Uint8Array
  /** Undefined only for endpoints that anybody may call. */
  readonly credential: Credential | undefined
  /** `Origin` as it was sent: which site's page a browser speaks for. */
  readonly origin: string | undefined
  /** True when `origin` is this server's own, or one that its settings let in by name. */
  readonly isOwnOrigin: boolean
  /** `Accept-Language` as it was sent. */
  readonly language: string | undefined
  readonly requestId: string
  /** Scheme, host and base path that the caller used, for absolute links. */
  readonly baseUrl: string
  /** Path of the request below the base path. */
  readonly path: string
  readonly address: string
  /** `User-Agent` as it was sent, cut off where it is endless. */
  readonly userAgent: string | undefined
  readonly ifMatch: string | undefined
  readonly idempotencyKey: string | undefined
  readonly lastEventId: string | undefined
  /** The contract version asked for, as a date. */
  readonly apiVersion: string
  /** Milliseconds that the caller waits at most; streams have none. */
  readonly deadlineMs: number
}

export interface CoreAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array> | null
}

/** Tells that nobody waits for the answer any more: what Core needs of an `AbortSignal`, without the web's types. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Core as the api sees it. */
export interface CoreClient {
  /** What a caller waits at most for this Core, in milliseconds, where it has a deadline of its own. */
  readonly timeoutMs?: number
  call(call: CoreCall, signal?: CancelSignal): Promise<CoreAnswer>
  /** Notes that an api process is alive and answers how many are, this one included: each takes its share of the rate limits. */
  countProcesses(apiId: string): Promise<number>
  /** True while Core and its database answer. */
  ready(): Promise<boolean>
}

/** Version of this Core: year, minor, patch. */
export const CORE_VERSION = '2026.1.0'
