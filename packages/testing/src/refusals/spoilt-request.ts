import type { ErrorCode } from '@runsheet/contract'
import type { ExampleRequest } from '../examples/send-example.ts'

/** A request with something wrong in it, and the code with which it is to be refused. */
export interface SpoiltRequest extends ExampleRequest {
  readonly code: ErrorCode
  /** Another rule may refuse it first, as long as one request of this code gets through to its own. */
  readonly mayBeOther?: true
  readonly headers?: Readonly<Record<string, string>>
}

/** A path with this entry in its query, instead of the one that it may have. */
export function withQuery(path: string, name: string, value: string): string {
  const [plain = '', query] = path.split('?')
  const entries = new URLSearchParams(query)
  entries.set(name, value)
  return `${plain}?${entries.toString()}`
}
