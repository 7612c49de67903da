import {
  type Endpoint,
  type EndpointName,
  endpoints,
  examplePath,
  exampleRequest,
  operationOf,
} from '@runsheet/contract'
import { type Answer, signIn, type TestServer } from '../server/index.ts'
import { EXAMPLE_CALLER } from './example-world.ts'

/** The request of an example, as the OpenAPI document shows it. */
export interface ExampleRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** A JSON document, or a file as text. */
  readonly body: unknown
}

/** @param id another id of the resource than the example has */
export function exampleOf(name: EndpointName, id?: string): ExampleRequest {
  const endpoint: Endpoint = endpoints[name]
  const path = examplePath(name, endpoint)
  const own = /:id\b/.test(endpoint.path) ? endpoint.path.split('/').indexOf(':id') : -1
  const moved = path.split('/').map((part, at) => (at === own && id !== undefined ? id : part))
  return { method: endpoint.method, path: moved.join('/'), body: exampleRequest(name, endpoint) }
}

/**
 * Does what has to have been done before the example of an endpoint.
 *
 * @throws {Error} when one of it is refused
 */
export async function prepareExample(server: TestServer, name: EndpointName): Promise<void> {
  for (const step of operationOf(name).given ?? []) {
    const [before, id] = typeof step === 'string' ? [step] : step
    const send = await exampleSender(server, before)
    const { status, document } = await send(exampleOf(before, id))
    if (status >= 300)
      throw new Error(`Before ${name}, ${before} was refused: ${JSON.stringify(document['errors'])}`)
  }
}

/** Sends the request of an example as it stands in the document, with headers beside those that are there. */
export type SendExample = (
  request: ExampleRequest,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** Whoever makes the request of an example: with a token, with a session of their own, or known to nobody. */
export async function exampleSender(server: TestServer, name: EndpointName): Promise<SendExample> {
  const isOpen = (endpoints[name] as Endpoint).permission === 'public'
  const send = isOpen
    ? server.ask
    : operationOf(name).by === 'session'
      ? (await signIn(server, EXAMPLE_CALLER)).send
      : server.send
  return ({ method, path, body }, headers) => send(method, path, body, headers)
}
