import { type Migration, MigrationError, migrate } from '@runsheet/core'
import { CommandError } from '../commands/command.ts'

/** Codes of Node and SQLSTATEs under which a database cannot be reached or entered; see errno(3) and PostgreSQL's appendix A. */
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
])

/**
 * Applies the migrations that are missing.
 *
 * @param place the database in words
 * @throws {CommandError} when the database cannot be reached, is newer than the program or its server too old
 */
export async function bringUpToDate(connectionString: string, place: string): Promise<readonly Migration[]> {
  try {
    return await migrate(connectionString)
  } catch (error) {
    if (error instanceof MigrationError) throw new CommandError(error.message, { cause: error })
    const { code, message } = error as { code?: string; message?: string }
    if (code !== undefined && unreachable.has(code)) {
      throw new CommandError(`The database cannot be reached (${place}): ${message || code}`, {
        cause: error,
      })
    }
    throw error
  }
}
