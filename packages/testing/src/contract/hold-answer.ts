import type { ErrorEntry } from '@runsheet/contract'
import { recordAnswer } from '../coverage/record-answer.ts'
import { type CheckedAnswer, checkDocument, endpointAt } from './check-document.ts'

/**
 * Holds an answer against the contract, and notes that it was seen.
 *
 * @throws {Error} when the answer breaks the contract, naming every breach
 */
export function holdAnswer(answer: CheckedAnswer): void {
  const { method, path, status, text } = answer
  const breaches = checkDocument(answer)
  if (breaches.length > 0)
    throw new Error(
      `${method} ${path} (${status}) breaks the contract:\n${breaches.join('\n')}\n${text.slice(0, 2_000)}`,
    )
  const served = endpointAt(method, new URL(path, 'http://host').pathname)
  if (!served) return
  const { errors } = status >= 400 ? (JSON.parse(text) as { errors: readonly ErrorEntry[] }) : { errors: [] }
  recordAnswer(
    served.name,
    status,
    errors.map(({ code }) => code),
  )
}
