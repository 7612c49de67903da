import type { Answer, Send } from '../server/index.ts'
import type { DrawnRequest } from './any-request.ts'
import { fillIn, type World } from './world.ts'

/** A drawn request as it is sent. */
export interface SentRequest {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: string | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** The request with the ids of a world in its places. */
export function sentOf(
  { name, method, path, query, headers, body }: DrawnRequest,
  world: World,
): SentRequest {
  const entries = query.map((entry) => entry.map((text) => encodeURIComponent(fillIn(text, world))).join('='))
  const type = name === 'importTasks' ? 'text/csv' : 'application/json'
  return {
    name,
    method,
    path: `${encodeURI(fillIn(path, world))}${entries.length > 0 ? '?' : ''}${entries.join('&')}`,
    body: body === undefined ? undefined : fillIn(body, world),
    headers: {
      ...(body === undefined ? {} : { 'content-type': type }),
      ...Object.fromEntries(Object.entries(headers).map(([header, text]) => [header, fillIn(text, world)])),
    },
  }
}

/** @throws {Error} when the answer breaks the contract, naming every breach */
export function sendDrawn(send: Send, { method, path, body, headers }: SentRequest): Promise<Answer> {
  return send(method, path, body, headers)
}

/** In one line, to find it again. */
export const lineOf = ({ method, path, body, headers }: SentRequest) =>
  `${method} ${path} ${JSON.stringify(headers)} ${body ?? ''}`
