import { bringUpToDate } from '../database/bring-up-to-date.ts'
import { joinStore } from '../database/open-store.ts'
import { commandLog } from '../terminal/process-log.ts'
import { say } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** Brings the database up to this program, without serving. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the database up to this version, and end',
  settings: ['dataDir', 'databaseUrl', 'logLevel'],
  async run({ settings }) {
    const store = await joinStore(settings, commandLog(settings))
    try {
      const applied = await bringUpToDate(store.connectionString, store.place)
      for (const { name } of applied) say(`Applied ${name}`)
      say(applied.length > 0 ? `${applied.length} migrations applied.` : 'The database is up to date.')
      return 0
    } finally {
      await store.close()
    }
  },
}
