import { AppError, refuse } from '@runsheet/contract'

const SECONDS_TO_WAIT = '2'

/** SQLSTATE of an error of the database or its driver, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}

/** Name of the constraint that a statement broke, or undefined. */
export function brokenConstraint(error: unknown): string | undefined {
  const { constraint } = (error ?? {}) as { constraint?: unknown }
  return typeof constraint === 'string' ? constraint : undefined
}

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EACCES',
])

/**
 * What a caller is told when the database refuses for reasons of its own: it cannot be reached (503), its disk is full
 * (503), it took too long (504). Anything else is a fault and is returned as it is.
 *
 * SQLSTATE classes: PostgreSQL documentation, appendix A.
 */
export function asServiceError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const state = sqlState(error) ?? ''
  const options = { cause: error, headers: { 'retry-after': SECONDS_TO_WAIT } }
  if (state === '53100' || state === '53200') return new AppError(refuse('storage_full').problems, options)
  if (state === '57014' || state === '55P03')
    return new AppError(refuse('core_timeout').problems, { cause: error })
  const message = error instanceof Error ? error.message : ''
  const isLost =
    lostConnection.has(state) ||
    state.startsWith('08') ||
    state.startsWith('57P') ||
    state === '53300' ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after/.test(
      message,
    )
  return isLost ? new AppError(refuse('core_unavailable').problems, options) : error
}
