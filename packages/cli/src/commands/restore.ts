import { BackupError, restore as loadBackup } from '@runsheet/core'
import { databaseSettingNames, withStore } from '../database/with-database.ts'
import { say, sayJson } from '../terminal/terminal.ts'
import { type Command, CommandError } from './command.ts'

/** Loads a backup into an empty database. */
export const restore: Command = {
  name: 'restore',
  summary: 'Load a backup into a database on which nobody has worked: all of it or nothing',
  args: ['FILE'],
  options: {
    'accept-broken-chains': {
      meaning: 'Restore also a log that had been changed before the backup was taken',
    },
    json: { meaning: 'Answer as JSON' },
  },
  settings: databaseSettingNames,
  async run({ args, options, settings }) {
    const { FILE = '' } = args
    const acceptBrokenChains = options['accept-broken-chains'] !== undefined
    try {
      const report = await withStore(settings, ({ connectionString }) =>
        loadBackup(connectionString, FILE, { acceptBrokenChains }),
      )
      const { audit, ...counts } = report
      if (options['json'])
        sayJson({ ...counts, chains: audit.chains, events: audit.events, broken: audit.broken })
      else {
        say(`${FILE}: ${report.rows} rows of ${report.tables} tables restored`)
        say(`Chains: ${audit.chains}, events: ${audit.events}, broken: ${audit.broken.length}`)
      }
      return 0
    } catch (error) {
      throw error instanceof BackupError ? new CommandError(error.message, { cause: error }) : error
    }
  },
}
