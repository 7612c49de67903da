import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '@runsheet/core'
import { CommandError } from '../commands/command.ts'
import type { Settings } from '../settings/settings.ts'
import { commandLog } from '../terminal/process-log.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { asCommandError } from './database-error.ts'
import { joinStore, type Store } from './open-store.ts'

/** The settings by which a command finds the database. */
export const databaseSettingNames = ['dataDir', 'databaseUrl', 'logLevel'] as const

/** Does a command's work on the database server, and leaves that as it was found: running or not. */
export async function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await joinStore(settings, commandLog(settings))
  try {
    return await work(store)
  } catch (error) {
    throw asCommandError(error, store.place)
  } finally {
    await store.close()
  }
}

/**
 * The same on a database that must be there already.
 *
 * @throws {CommandError} when the data folder holds none, so that a mistyped folder does not get one
 */
export async function withExistingStore<T>(
  settings: Settings,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = settings
  const isThere = databaseUrl !== undefined || (await stat(join(dataDir, 'postgres')).catch(() => undefined))
  if (!isThere) throw new CommandError(`There is no database in ${dataDir}. Name its folder with --data-dir.`)
  return withStore(settings, work)
}

/** The same with the pools, on a database of this program's version. */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return withExistingStore(settings, async (store) => {
    await bringUpToDate(store)
    const database = openDatabase(store.connectionString)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  })
}
