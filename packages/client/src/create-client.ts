import { ApiError } from './api-error.ts'
import type { CallName, ItemOf, ListName, Rest, ResultOf } from './call-types.ts'
import type { ListDocument } from './documents.ts'
import { type EndpointRow, takesKey } from './endpoint-row.ts'
import { API_VERSION } from './generated/api-version.ts'
import { endpoints } from './generated/endpoints.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { perform, type Received, type Transport } from './perform.ts'
import { sleep } from './retry.ts'
import { type LiveEvent, type WatchOptions, watch } from './watch.ts'
import { type AnyInput, addressOf, bodyOf } from './write-request.ts'

export interface ClientOptions {
  /** Scheme, host and base path of the server: `https://run.example.com` or `https://example.com/runsheet`. */
  readonly baseUrl: string
  /** Without one, a browser sends its session. */
  readonly token?: string | undefined
  readonly fetch?: typeof fetch | undefined
  /** Of titles and details of errors, as in `Accept-Language`. */
  readonly language?: string | undefined
  /** A date; by default the version that the types of this client describe, whatever the server's own default is. */
  readonly apiVersion?: string | undefined
  /** Attempts after the first, where repeating is safe; 3 by default. */
  readonly retries?: number | undefined
  /** Milliseconds for one attempt; 30 000 by default. */
  readonly timeoutMs?: number | undefined
  /** `false` sends writes without an idempotency key, unless the call gives one: then they are not repeated. */
  readonly idempotencyKeys?: boolean | undefined
  readonly random?: (() => number) | undefined
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** An answer with what stands around its body. */
export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  /** For `ifMatch` of a later change. */
  readonly etag: string | undefined
  readonly body: T
}

/** One method for each endpoint, by its name. */
export type Calls = { readonly [N in CallName]: (...rest: Rest<N>) => Promise<ResultOf<N>> }

export interface Client extends Calls {
  /** Calls an endpoint by name and gives the body of its answer. */
  call<N extends CallName>(name: N, ...rest: Rest<N>): Promise<ResultOf<N>>
  /** The same, with status, headers and `ETag`. */
  send<N extends CallName>(name: N, ...rest: Rest<N>): Promise<Answer<ResultOf<N>>>
  /** The pages of a list from the one asked for, by following `links.next` as it stands. */
  pages<N extends ListName>(name: N, ...rest: Rest<N>): AsyncGenerator<ResultOf<N>, void, undefined>
  /** The resources of these pages, one by one. */
  all<N extends ListName>(name: N, ...rest: Rest<N>): AsyncGenerator<ItemOf<N>, void, undefined>
  /** What happens in a runbook, as it happens; see `WatchOptions`. */
  watch(runbookId: string, options?: WatchOptions): AsyncGenerator<LiveEvent, void, undefined>
}

/**
 * A client of the API, typed by its declarations.
 *
 * Calls throw `ApiError` when the server refuses, the error of `fetch` when no answer came, and `TypeError` when the
 * caller left out a path parameter.
 *
 * @throws {TypeError} when `baseUrl` is not an absolute http(s) URL
 */
export function createClient(options: ClientOptions): Client {
  const transport = transportOf(options)
  const makesKeys = options.idempotencyKeys ?? true
  const answer = (name: string, given: AnyInput = {}) => {
    const endpoint = callNamed(name)
    if (!endpoint) throw new TypeError(`there is no call "${name}"`)
    const url = transport.baseUrl + addressOf(endpoint, given)
    const idempotencyKey =
      given.idempotencyKey ?? (makesKeys && takesKey(endpoint) ? newIdempotencyKey() : undefined)
    return ask(transport, endpoint, url, { ...given, idempotencyKey })
  }
  const call = async (name: string, input?: AnyInput) => (await answer(name, input)).body

  async function* pages(name: ListName, input: AnyInput = {}) {
    let page = (await answer(name, input)).body as ListDocument
    yield page
    while (page.links.next) {
      const url = nextUrl(page.links.next, transport.baseUrl)
      page = (await ask(transport, endpoints[name], url, input)).body as typeof page
      yield page
    }
  }
  async function* all(name: ListName, input?: AnyInput) {
    for await (const { data } of pages(name, input)) yield* data
  }

  const names = Object.keys(endpoints).filter((name) => callNamed(name))
  const methods = names.map((name) => [name, (input?: AnyInput) => call(name, input)] as const)
  const client = {
    ...Object.fromEntries(methods),
    call,
    send: async (name: string, input?: AnyInput) => answer(name, input),
    pages,
    all,
    watch: (runbookId: string, watching?: WatchOptions) => watch(transport, runbookId, watching),
  }
  // The types of each call follow from the declarations by which it is made; a loop cannot show that to the compiler.
  return client as unknown as Client
}

/** An endpoint by its name, but for live streams, which are watched. */
function callNamed(name: string): EndpointRow | undefined {
  if (!Object.hasOwn(endpoints, name)) return undefined
  const endpoint: EndpointRow = endpoints[name as keyof typeof endpoints]
  return endpoint.answer === 'stream' ? undefined : endpoint
}

function transportOf(options: ClientOptions): Transport {
  const { protocol } = new URL(options.baseUrl)
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError('baseUrl must be an http(s) URL')
  return {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    token: options.token,
    fetch: options.fetch ?? globalThis.fetch,
    language: options.language,
    apiVersion: options.apiVersion ?? API_VERSION,
    retries: options.retries ?? 3,
    timeoutMs: options.timeoutMs ?? 30_000,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleep,
  }
}

async function ask(
  transport: Transport,
  endpoint: EndpointRow,
  url: string,
  input: AnyInput,
): Promise<Answer<unknown>> {
  const { method } = endpoint
  const { idempotencyKey, ifMatch, signal } = input
  // Somebody waits at the form, and the server asks for patience after wrong passwords.
  const patient = endpoint.isPublic ? { ...transport, retries: 0 } : transport
  const received = await perform(patient, {
    method,
    url,
    accept: endpoint.accept ?? 'application/json',
    body: bodyOf(endpoint, input),
    idempotencyKey,
    ifMatch,
    signal,
  })
  const { status, headers } = received
  return { status, headers, etag: headers.get('etag') ?? undefined, body: documentIn(endpoint, received) }
}

function documentIn({ answer }: EndpointRow, { status, headers, text }: Received): unknown {
  if (answer === 'file') return text
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    // A success that is no JSON comes from something between the client and the API.
    throw new ApiError(status, [], headers.get('x-request-id') ?? undefined)
  }
}

/**
 * The address of the next page, as the server wrote it.
 *
 * @throws {TypeError} when it leads to another origin: the token is for the one that it was given for
 */
function nextUrl(link: string, baseUrl: string): string {
  const url = /^https?:\/\//i.test(link) ? link : `${baseUrl}/${link.replace(/^\//, '')}`
  const { origin } = new URL(url)
  if (origin !== new URL(baseUrl).origin)
    throw new TypeError(`the next page is at ${origin}, not at ${new URL(baseUrl).origin}`)
  return url
}
