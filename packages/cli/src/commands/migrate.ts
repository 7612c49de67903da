import { bringUpToDate } from '../database/bring-up-to-date.ts'
import { databaseSettingNames, withStore } from '../database/with-database.ts'
import { say } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** Brings the database up to this program, without serving. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the database up to this version, and end',
  settings: databaseSettingNames,
  async run({ settings }) {
    const applied = await withStore(settings, bringUpToDate)
    for (const { name } of applied) say(`Applied ${name}`)
    say(applied.length > 0 ? `Migrations applied: ${applied.length}` : 'The database is up to date.')
    return 0
  },
}
