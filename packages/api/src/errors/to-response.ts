import { AppError, type CoreAnswer, chooseLanguage, errorDocument, refuse } from '@runsheet/contract'

/** An answer whose body is at hand. */
export type WrittenAnswer = CoreAnswer & { readonly body: string }

const RETRY_SECONDS = '2'

/**
 * The answer for whatever was thrown, in the language that the caller likes best. What is no `AppError` is a fault of
 * ours: the caller learns nothing but the id under which the log has it.
 */
export function toResponse(
  error: unknown,
  acceptLanguage: string | undefined,
  requestId: string,
): WrittenAnswer {
  const told = error instanceof AppError ? error : refuse('internal_error')
  const language = chooseLanguage(acceptLanguage)
  return {
    status: told.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...standardHeaders(told.status),
      ...lowerCased(told.headers),
    },
    body: JSON.stringify(errorDocument(told.problems, language, requestId, told.limit)),
  }
}

const challenge = { 'www-authenticate': 'Bearer' }
const retry = { 'retry-after': RETRY_SECONDS }
const nothing = {}

/** What RFC 9110 asks of a status: sections 11.6.1 and 15.6.4; 429 from RFC 6585, section 4. */
export function standardHeaders(status: number): Readonly<Record<string, string>> {
  if (status === 401) return challenge
  return status === 429 || status === 503 ? retry : nothing
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
