import { MigrationError } from '@runsheet/core'
import { CommandError } from '../commands/command.ts'

/** Codes of Node and SQLSTATEs under which a database cannot be reached or entered; see errno(3) and PostgreSQL's appendix A. */
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
  '57P03',
])

const UNDEFINED_TABLE = '42P01'
const UNDEFINED_COLUMN = '42703'

/**
 * What a person is told of a failure of the database; any other error comes back as it is.
 *
 * @param place the database in words
 */
export function asCommandError(error: unknown, place: string): unknown {
  if (error instanceof MigrationError) return new CommandError(error.message, { cause: error })
  const { code, message, syscall } = error as { code?: unknown; message?: string; syscall?: string }
  if (code === UNDEFINED_TABLE || code === UNDEFINED_COLUMN) {
    return new CommandError(
      `The database is not of this version (${place}). Bring it up to date first: npm start -- migrate`,
      {
        cause: error,
      },
    )
  }
  // A file that is not there has the same code as a socket that is not there.
  if (syscall !== undefined && syscall !== 'connect' && syscall !== 'getaddrinfo') return error
  if (typeof code !== 'string' || !unreachable.has(code)) return error
  return new CommandError(`The database cannot be reached (${place}): ${message || code}`, { cause: error })
}
