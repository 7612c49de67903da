import type { ErrorCode, ErrorEntry } from '../errors/index.ts'
import { retryAfter } from './retry-after.ts'

/** An entry of an error document; a newer server may know codes that this client does not. */
export type ErrorProblem = Omit<ErrorEntry, 'code'> & { readonly code: ErrorCode | (string & {}) }

/** A refusal or fault that the server answered with. */
export class ApiError extends Error {
  readonly status: number
  /** Of the first problem: the one to branch on. Empty when the answer was not in the form of the API. */
  readonly code: ErrorProblem['code']
  /** All problems of the answer, at least one when it was in the form of the API. */
  readonly problems: readonly ErrorProblem[]
  readonly requestId: string | undefined
  /** How long the server asks to wait before another attempt; 0 when it did not say. */
  readonly retryAfterMs: number

  constructor(
    status: number,
    problems: readonly ErrorProblem[],
    requestId: string | undefined,
    retryAfterMs = 0,
  ) {
    super(problems.map(({ detail }) => detail).join(' ') || `The server answered ${status}.`)
    this.name = 'ApiError'
    this.status = status
    this.code = problems[0]?.code ?? ''
    this.problems = problems
    this.requestId = requestId
    this.retryAfterMs = retryAfterMs
  }
}

/** Reads a refusal; a body of another form, such as the page of a proxy, gives an error without problems. */
export async function readApiError(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '')
  const problems = problemsIn(text)
  return new ApiError(
    response.status,
    problems,
    problems[0]?.id ?? response.headers.get('x-request-id') ?? undefined,
    retryAfter(response.headers.get('retry-after'), Date.now()),
  )
}

function problemsIn(text: string): readonly ErrorProblem[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: unknown }
    return Array.isArray(errors) ? errors.filter(isProblem) : []
  } catch {
    return []
  }
}

function isProblem(entry: unknown): entry is ErrorProblem {
  const { code, detail } = (entry ?? {}) as Partial<ErrorProblem>
  return typeof code === 'string' && typeof detail === 'string'
}
