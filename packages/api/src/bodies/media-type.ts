import { type Body, refuse } from '@runsheet/contract'

const documentTypes = ['application/json', 'application/vnd.api+json']
const fileTypes = ['text/csv', 'text/plain', 'text/tab-separated-values', 'application/octet-stream']

/** The media types that an endpoint reads; none when it takes no body. */
export function bodyTypesOf(body: Body | undefined): readonly string[] {
  if (!body) return []
  return body.kind === 'csv' ? fileTypes : documentTypes
}

/**
 * @throws {AppError} 400 `unsupported_media_type` for another type, or text that is said not to be UTF-8
 */
export function checkMediaType(contentType: string | undefined, allowed: readonly string[]): void {
  const value = contentType ?? ''
  const semicolon = value.indexOf(';')
  const type = (semicolon === -1 ? value : value.slice(0, semicolon)).trim().toLowerCase()
  const charset = semicolon === -1 ? undefined : /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(value)?.[1]
  const readable = charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset)
  if (!allowed.includes(type) || !readable)
    throw refuse('unsupported_media_type', { value, allowed }, { header: 'Content-Type' })
}
