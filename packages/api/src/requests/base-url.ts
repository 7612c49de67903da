import { refuse } from '@runsheet/contract'
import type { FastifyRequest } from 'fastify'

/** RFC 3986, section 3.2.2, without the characters that no real host has. */
const HOST = /^(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/

/**
 * Scheme and host by which the caller reached us; `X-Forwarded-*` is believed only from trusted proxies.
 *
 * @throws {AppError} 400 `invalid_header`
 */
export function originOf(request: FastifyRequest): string {
  const { raw } = request
  const host = request.host
  if (host === '') {
    // RFC 9112, section 3.2: only HTTP/1.0 may leave the host out.
    if (raw.httpVersion !== '1.0') throw refuse('invalid_header', { header: 'Host', reason: 'missing' })
    return `http://${raw.socket.localAddress ?? 'localhost'}:${raw.socket.localPort ?? 80}`
  }
  if (!HOST.test(host)) {
    const header = host === raw.headers.host ? 'Host' : 'X-Forwarded-Host'
    throw refuse('invalid_header', { header, reason: 'malformed' }, { header })
  }
  // With a trusted proxy this is its word, and so any text.
  const protocol: string = request.protocol
  if (protocol !== 'http' && protocol !== 'https')
    throw refuse(
      'invalid_header',
      { header: 'X-Forwarded-Proto', reason: 'unsupported' },
      { header: 'X-Forwarded-Proto' },
    )
  return `${protocol}://${host}`
}

/** The caller's address; an IPv4 address that came over an IPv6 socket is written as IPv4. */
export function addressOf(request: FastifyRequest): string {
  const address = request.ip ?? ''
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
}
