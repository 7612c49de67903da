import { type Migration, migrate } from '@runsheet/core'
import { asCommandError } from './database-error.ts'
import type { Store } from './open-store.ts'

/**
 * Applies the migrations that are missing.
 *
 * @throws {CommandError} when the database cannot be reached, is newer than the program or its server too old
 */
export async function bringUpToDate({ connectionString, place }: Store): Promise<readonly Migration[]> {
  try {
    return await migrate(connectionString)
  } catch (error) {
    throw asCommandError(error, place)
  }
}
