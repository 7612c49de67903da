import { type CoreClient, NEWEST_API_VERSION } from '@runsheet/contract'
import type { Registry } from 'prom-client'
import { CALLS_AT_MOST } from './core-transport/http-core.ts'
import type { RateLimit } from './limits/token-bucket.ts'
import type { Pages } from './pages/page.ts'

/** A Core in another process, with what holds for it alone. */
export interface CoreAddress {
  readonly url: string
  readonly timeoutMs?: number
  readonly callsAtMost?: number
}

/** What one request, one connection and all connections may take; what goes beyond is refused. */
export interface Bounds {
  /** Bytes of the first line and the headers. */
  readonly headerBytes: number
  readonly headers: number
  /** Milliseconds until the headers are there, and until the whole request is. */
  readonly headersMs: number
  readonly requestMs: number
  /** Milliseconds in which a client may take nothing of an answer that waits for it. */
  readonly takenMs: number
  /** Connections at once. */
  readonly connections: number
}

/** How an api behaves; who starts it reads these from its environment. */
export interface ApiSettings {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Sub-path under which everything is served, `/` for none. */
  readonly basePath: string
  /** Where people reach the server, when that is not what requests say; pages from there may write with a session. */
  readonly publicUrl?: string
  /** Per token, and per session. */
  readonly rateLimit: RateLimit | 'off'
  /** Per address, for requests without a valid token. */
  readonly addressLimit: RateLimit | 'off'
  /** Addresses and networks (CIDR) whose `X-Forwarded-*` is believed. */
  readonly trustedProxies: readonly string[]
  /** Other origins whose pages may call the API; `*` for all. */
  readonly corsOrigins: readonly string[]
  /** What a caller waits at most for Core. */
  readonly coreTimeoutMs: number
  /** The contract version without an `Api-Version` header. */
  readonly apiVersion: string
  /** Calls that may be under way to one Core in another process. */
  readonly coreCallsAtMost: number
  /** Which Core a `Core-Url` means, by URL or host; without a map `Core-Url` is only checked. */
  readonly cores?: Readonly<Record<string, CoreClient | CoreAddress>>
  /** Bytes that a JSON body may have. */
  readonly bodyLimit: number
  /** Bytes that a file may have. */
  readonly importLimit: number
  /** What one request and one connection may take. */
  readonly bounds: Bounds
  /** Top-level documents beside the API, by path. */
  readonly pages: Pages
  /** Folder with a build of the web; without one the root leads to the documentation. */
  readonly web?: string
  /** Where the metrics are kept; an own one by default. */
  readonly registry?: Registry
}

const MEBIBYTE = 1024 * 1024

/** The documented defaults. */
export const defaultApiSettings: ApiSettings = {
  host: '127.0.0.1',
  port: 8080,
  basePath: '/',
  rateLimit: { requests: 600, seconds: 60 },
  addressLimit: { requests: 120, seconds: 60 },
  trustedProxies: [],
  corsOrigins: [],
  coreTimeoutMs: 10_000,
  coreCallsAtMost: CALLS_AT_MOST,
  apiVersion: NEWEST_API_VERSION,
  bodyLimit: MEBIBYTE,
  importLimit: 20 * MEBIBYTE,
  bounds: {
    headerBytes: 32 * 1024,
    headers: 200,
    headersMs: 20_000,
    requestMs: 120_000,
    takenMs: 30_000,
    connections: 10_000,
  },
  pages: {},
}
