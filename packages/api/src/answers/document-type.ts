import type { CoreAnswer } from '@runsheet/contract'
import { JSON_API_TYPE, prefersJsonApi } from '../requests/accept.ts'

/** A document under the media type that its reader prefers. Files, which are no JSON:API documents, keep their own. */
export function asAccepted<A extends CoreAnswer>(answer: A, accept: string | undefined): A {
  const isJson = answer.headers['content-type']?.startsWith('application/json') === true
  if (!isJson || !prefersJsonApi(accept)) return answer
  return { ...answer, headers: { ...answer.headers, 'content-type': JSON_API_TYPE } }
}
