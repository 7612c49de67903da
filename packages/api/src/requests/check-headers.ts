import type { IncomingMessage } from 'node:http'
import { apiVersionFor, EARLIEST_API_VERSION, type HeaderFault, refuse } from '@runsheet/contract'
import { checkAccept } from './accept.ts'
import { repeatedHeader } from './repeated-headers.ts'

/** What the headers of a request say beside who sent it. */
export interface RequestHeaders {
  readonly apiVersion: string
  readonly language: string | undefined
  readonly ifMatch: string | undefined
  readonly idempotencyKey: string | undefined
  readonly lastEventId: string | undefined
}

const PRINTABLE = /^[\x20-\x7e]+$/
const TEXT_LENGTH_AT_MOST = 255

/** RFC 9110, sections 8.8.3 and 13.1.1. */
const ENTITY_TAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)\s*$/

const malformed = (header: string, reason: HeaderFault = 'malformed') =>
  refuse('invalid_header', { header, reason }, { header })

/**
 * Judges the headers that every endpoint knows.
 *
 * @param types media types with which the endpoint can answer
 * @param defaultVersion the contract version without `Api-Version`
 * @throws {AppError} 400 `invalid_header`, `invalid_api_version`, `not_acceptable`
 */
export function checkHeaders(
  req: IncomingMessage,
  types: readonly string[],
  defaultVersion: string,
): RequestHeaders {
  const { headers } = req
  const repeated = repeatedHeader(req)
  if (repeated !== undefined) throw malformed(repeated, 'repeated')
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    throw malformed('Expect', 'unsupported')
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw malformed('Content-Encoding', 'unsupported')
  checkAccept(headers.accept, types)
  const ifMatch = headers['if-match']
  if (ifMatch !== undefined && !ENTITY_TAGS.test(ifMatch)) throw malformed('If-Match')
  return {
    apiVersion: versionOf(req, defaultVersion),
    language: headers['accept-language'],
    ifMatch,
    idempotencyKey: printable(req, 'Idempotency-Key'),
    lastEventId: printable(req, 'Last-Event-ID'),
  }
}

function versionOf({ headers }: IncomingMessage, defaultVersion: string): string {
  const value = headers['api-version'] as string | undefined
  if (value === undefined) return defaultVersion
  const version = apiVersionFor(value)
  if (version === undefined)
    throw refuse('invalid_api_version', { value, earliest: EARLIEST_API_VERSION }, { header: 'Api-Version' })
  return version
}

function printable({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name.toLowerCase()] as string | undefined
  if (value === undefined) return undefined
  if (value.length > TEXT_LENGTH_AT_MOST) throw malformed(name, 'too_long')
  if (!PRINTABLE.test(value)) throw malformed(name)
  return value
}
