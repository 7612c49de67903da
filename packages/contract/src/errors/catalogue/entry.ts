/** The statuses of refusals and faults; there are no others. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 422 | 429 | 500 | 501 | 503 | 504

/** One code of the catalogue, as the error page of a running server shows it. */
export interface Entry<S extends ErrorStatus, A> {
  readonly status: S
  /** When it comes, in plain English. */
  readonly cause: string
  /** What the caller can do about it, in plain English. */
  readonly remedy: string
  /** Never present at run time: it carries the type of the particulars. */
  readonly about?: A
}

const withStatus =
  <S extends ErrorStatus>(status: S) =>
  <A>(cause: string, remedy: string): Entry<S, A> => ({ status, cause, remedy })

export const badRequest = withStatus(400)
export const unauthorized = withStatus(401)
export const forbidden = withStatus(403)
export const notFound = withStatus(404)
export const notAllowed = withStatus(405)
export const unprocessable = withStatus(422)
export const tooMany = withStatus(429)
export const fault = withStatus(500)
export const notImplemented = withStatus(501)
export const unavailable = withStatus(503)
export const timeout = withStatus(504)
