import { type Endpoint, possibleErrors } from '@runsheet/contract'
import type { SeenAnswer } from './seen-answer.ts'

/** What no test of a whole run has shown of an endpoint. */
export interface Gap {
  readonly endpoint: string
  readonly status: number
  /** Null where the success is what was never seen. */
  readonly code: string | null
}

/** Everything that an endpoint declares to answer with: its success, and each code under its status. */
export function declaredAnswers(endpoint: Endpoint): readonly Omit<Gap, 'endpoint'>[] {
  const refusals = [...possibleErrors(endpoint)].flatMap(([status, codes]) =>
    codes.map((code) => ({ status: status as number, code: code as string })),
  )
  return [{ status: endpoint.answer.status, code: null }, ...refusals]
}

/** What the endpoints declare and no answer has shown, in the order of the declarations. */
export function gapsIn(
  endpoints: Readonly<Record<string, Endpoint>>,
  seen: readonly Omit<SeenAnswer, 'file'>[],
): Gap[] {
  const shown = new Set(seen.map(keyOf))
  return Object.entries(endpoints).flatMap(([name, endpoint]) =>
    declaredAnswers(endpoint)
      .map((answer) => ({ endpoint: name, ...answer }))
      .filter((answer) => !shown.has(keyOf(answer))),
  )
}

const keyOf = ({ endpoint, status, code }: Gap) => `${endpoint} ${status} ${code}`
