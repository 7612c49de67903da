import { type Endpoint, endpoints } from '@runsheet/contract'
import { HEADING, sorted } from './source-text.ts'
import { literal } from './type-text.ts'

/** The table that the client works by: one line for each endpoint. */
export function writeEndpoints(): string {
  const lines = sorted<Endpoint>(endpoints).map(([name, endpoint]) => `  ${name}: ${rowText(endpoint)},\n`)
  return `${HEADING}
import type { EndpointRow } from '../endpoint-row.ts'

/** What there is to call, by name. */
export const endpoints = {
${lines.join('')}} as const satisfies Readonly<Record<string, EndpointRow>>
`
}

function rowText({ method, path, permission, resource, body, answer }: Endpoint): string {
  const members = {
    method,
    path,
    ...(permission === 'public' ? { isPublic: true } : {}),
    ...(body ? { body: body.kind === 'document' ? body.write : body.kind } : {}),
    ...(body?.kind === 'document' || body?.kind === 'documents' ? { type: resource.type } : {}),
    answer: answer.kind,
    ...(answer.kind === 'file' ? { accept: answer.types.join(', ') } : {}),
  }
  const texts = Object.entries(members).map(([name, value]) => `${name}: ${literal(value)}`)
  return `{ ${texts.join(', ')} }`
}
