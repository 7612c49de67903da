import type { Method } from './endpoint-row.ts'
import type { ErrorCode } from './generated/error-codes.ts'
import { retryAfter } from './retry-after.ts'

/** The one place in the request that is wrong: a JSON pointer into the body, a parameter of the query, or a header. */
export type ErrorSource =
  | { readonly pointer: string }
  | { readonly parameter: string }
  | { readonly header: string }

/** An entry of an error document. */
export interface ErrorProblem {
  /** The id of the request, as in the log of the server. */
  readonly id: string
  readonly status: string
  /** A newer server may know codes that this client does not. */
  readonly code: ErrorCode | (string & {})
  readonly title: string
  /** For people, in the language of the client. */
  readonly detail: string
  readonly source?: ErrorSource
  /** Particulars for programs, such as `allowed` or `etag`. */
  readonly meta?: Readonly<Record<string, unknown>>
}

/** What was asked, by which `listAccess` explains who may. */
export interface AskedRequest {
  readonly method: Method
  /** From `/core` on, without its query. */
  readonly path: string
}

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
  /** The request that was answered; undefined where the error was not made from an answer. */
  readonly request: AskedRequest | undefined

  constructor(
    status: number,
    problems: readonly ErrorProblem[],
    requestId: string | undefined,
    retryAfterMs = 0,
    request?: AskedRequest,
  ) {
    super(problems.map(({ detail }) => detail).join(' ') || `The server answered ${status}.`)
    this.name = 'ApiError'
    this.status = status
    this.code = problems[0]?.code ?? ''
    this.problems = problems
    this.requestId = requestId
    this.retryAfterMs = retryAfterMs
    this.request = request
  }
}

/**
 * True for a refusal with one of these codes: `if (isCode(error, 'stale_resource')) …`. It counts the first problem, as
 * `ApiError.code` does.
 */
export function isCode<C extends ErrorCode>(
  error: unknown,
  ...codes: readonly [C, ...C[]]
): error is ApiError & { readonly code: C } {
  return error instanceof ApiError && (codes as readonly string[]).includes(error.code)
}

/** Reads a refusal; a body of another form, such as the page of a proxy, gives an error without problems. */
export async function readApiError(response: Response, request: AskedRequest): Promise<ApiError> {
  const text = await response.text().catch(() => '')
  const problems = problemsIn(text)
  return new ApiError(
    response.status,
    problems,
    problems[0]?.id ?? response.headers.get('x-request-id') ?? undefined,
    retryAfter(response.headers.get('retry-after'), Date.now()),
    request,
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
