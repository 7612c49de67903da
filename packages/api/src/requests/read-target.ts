import { refuse } from '@runsheet/contract'

/** The target of a request, decoded where its parts are read. */
export interface Target {
  /** As it was sent, without the query. */
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
}

export const URL_LENGTH_AT_MOST = 8192
export const PARAMETERS_AT_MOST = 500

const NO_QUERY: Target['query'] = []

/** Visible ASCII; a fragment never travels, and what is not ASCII must be percent-encoded (RFC 3986, section 2). */
const WELL_FORMED = /^[\x21\x22\x24-\x7e]*$/

/**
 * Reads the request target (RFC 9112, section 3.2): origin form or absolute form.
 *
 * @throws {AppError} 400 `bad_request` when it is too long, has too many parameters, holds characters that no URL has, or is wrongly encoded
 */
export function readTarget(url: string): Target {
  if (url.length > URL_LENGTH_AT_MOST || !WELL_FORMED.test(url)) throw refuse('bad_request', { part: 'url' })
  const local = url.charCodeAt(0) === 47 ? url : url.replace(/^https?:\/\/[^/?]*(?=[/?]|$)/i, '')
  const mark = local.indexOf('?')
  const path = mark === -1 ? local : local.slice(0, mark)
  // Only `*` of OPTIONS and absolute URLs without a path lack the slash.
  if (path.charCodeAt(0) !== 47 && path !== '' && path !== '*') throw refuse('bad_request', { part: 'url' })
  if (path.includes('%')) decode(path)
  return { path: path || '/', query: mark === -1 ? NO_QUERY : readQuery(local.slice(mark + 1)) }
}

/** The path with its percent-encoding undone. */
export function decodedPath(target: Target): string {
  return target.path.includes('%') ? decode(target.path) : target.path
}

/** The words between the slashes of the path, each decoded by itself: a slash that is encoded divides nothing. */
export function segmentsOf(target: Target): string[] {
  return target.path.split('/').map((segment) => (segment.includes('%') ? decode(segment) : segment))
}

function readQuery(text: string): Target['query'] {
  const entries: (readonly [string, string])[] = []
  for (const part of text.split('&')) {
    if (part === '') continue
    if (entries.length === PARAMETERS_AT_MOST) throw refuse('bad_request', { part: 'url' })
    const equals = part.indexOf('=')
    const name = equals === -1 ? part : part.slice(0, equals)
    entries.push([decodeForm(name), equals === -1 ? '' : decodeForm(part.slice(equals + 1))])
  }
  return entries
}

function decodeForm(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  return spaced.includes('%') ? decode(spaced) : spaced
}

function decode(text: string): string {
  let decoded: string
  try {
    decoded = decodeURIComponent(text)
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause
    throw refuse('bad_request', { part: 'url' })
  }
  if (decoded.includes('\0')) throw refuse('bad_request', { part: 'url' })
  return decoded
}
