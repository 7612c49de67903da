import { randomUUID } from 'node:crypto'
import type { CallInput, CallName, ResultOf } from '@runsheet/client'
import {
  type CoreAnswer,
  type CoreClient,
  type Endpoint,
  endpointNamed,
  NEWEST_API_VERSION,
} from '@runsheet/contract'

/** Calls an endpoint as one person and gives the document of its answer. */
export type PublicCalls = <N extends CallName>(name: N, input: CallInput<N>) => Promise<ResultOf<N>>

/** A generous bound: nobody waits for the example but the person who starts the server. */
const DEADLINE_MS = 10_000

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly attributes?: unknown
  readonly relationships?: Readonly<Record<string, unknown>>
  readonly meta?: unknown
  readonly body?: unknown
}

/**
 * The public API from inside: what goes through here is judged, recorded and told like any other request.
 *
 * Calls throw an `Error` with the answer when Core refuses: the example would not fit the program any more.
 */
export function publicCalls(client: CoreClient, token: string): PublicCalls {
  return async <N extends CallName>(name: N, input: CallInput<N>) => {
    const endpoint = endpointNamed(name)
    if (!endpoint) throw new TypeError(`there is no endpoint ${name}`)
    // What the inputs of all endpoints have in common, which the compiler does not see in a type that is not chosen yet.
    const { params = {}, query = {}, body, ...rest } = input as AnyInput
    const document = documentOf(endpoint, params, rest)
    const answer = await client.call({
      endpoint: name,
      params,
      query: Object.entries(query).flatMap(([key, value]) => pairsOf(key, value)),
      document,
      body: body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(document ?? null)),
      credential: { kind: 'token', secret: token },
      origin: undefined,
      isOwnOrigin: false,
      userAgent: undefined,
      language: undefined,
      requestId: `example-workspace-${randomUUID()}`,
      baseUrl: '',
      path: endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) => params[key] ?? ''),
      address: '',
      ifMatch: undefined,
      idempotencyKey: undefined,
      lastEventId: undefined,
      apiVersion: NEWEST_API_VERSION,
      deadlineMs: DEADLINE_MS,
    })
    const text = textOf(answer)
    if (answer.status >= 400) throw new Error(`${name} was refused with ${answer.status}: ${text}`)
    return JSON.parse(text) as ResultOf<N>
  }
}

/** `page: { size: 10 }` becomes `page[size]=10`, a list `a,b`. */
function pairsOf(name: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, String(value)]]
  return Object.entries(value).map(([inner, held]) => [`${name}[${inner}]`, String(held)])
}

function documentOf(
  { body, resource }: Endpoint,
  params: Readonly<Record<string, string>>,
  { attributes = {}, relationships = {}, meta }: AnyInput,
): unknown {
  if (body?.kind === 'meta') return meta === undefined ? undefined : { meta }
  if (body?.kind !== 'document') return undefined
  const linked = Object.entries(relationships).map(([name, data]) => [name, { data }])
  return {
    data: {
      type: resource.type,
      ...(body.write === 'update' ? { id: params['id'] } : {}),
      attributes,
      relationships: Object.fromEntries(linked),
    },
    ...(meta === undefined ? {} : { meta }),
  }
}

function textOf({ body }: CoreAnswer): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  throw new TypeError('the example asks for documents only')
}
