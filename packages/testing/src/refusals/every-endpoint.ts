import {
  type Endpoint,
  type EndpointName,
  type ErrorEntry,
  endpoints,
  possibleErrors,
} from '@runsheet/contract'
import { expect } from 'vitest'
import { type ExampleRequest, exampleOf } from '../examples/send-example.ts'
import type { Answer, Send } from '../server/index.ts'

/** An endpoint with the request of its example. */
export interface EndpointUnderTest {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  readonly request: ExampleRequest
}

/** Every endpoint that declares a code. */
export function endpointsWith(code: string): EndpointUnderTest[] {
  return everyEndpoint().filter(({ endpoint }) =>
    [...possibleErrors(endpoint).values()].some((codes) => codes.some((declared) => declared === code)),
  )
}

export function everyEndpoint(): EndpointUnderTest[] {
  return (Object.entries(endpoints) as [EndpointName, Endpoint][]).map(([name, endpoint]) => ({
    name,
    endpoint,
    request: exampleOf(name),
  }))
}

export const codesOf = ({ document }: Answer): string[] =>
  ((document['errors'] ?? []) as readonly ErrorEntry[]).map(({ code }) => code)

/** Sends each request and expects one refusal of all of them. @param headers for each, beside its own */
export async function expectOfEach(
  code: string,
  tested: readonly EndpointUnderTest[],
  send: Send,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answered = await Promise.all(
    tested.map(async ({ name, request: { method, path, body } }) => {
      const answer = await send(method, path, body, headers)
      const codes = codesOf(answer)
      return { name, path, answer: codes.includes(code) ? code : `${answer.status} ${codes.join(', ')}` }
    }),
  )
  expect(answered).toEqual(tested.map(({ name, request: { path } }) => ({ name, path, answer: code })))
}
