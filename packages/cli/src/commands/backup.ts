import { backup as writeBackup } from '@runsheet/core'
import { databaseSettingNames, withExistingStore } from '../database/with-database.ts'
import { say, sayJson } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** One consistent file of everything, while people work. */
export const backup: Command = {
  name: 'backup',
  summary: 'Write everything that the database holds to a file, while people work',
  args: ['FILE'],
  options: { json: { meaning: 'Answer as JSON' } },
  settings: databaseSettingNames,
  async run({ args, options, settings }) {
    const { FILE = '' } = args
    const report = await withExistingStore(settings, ({ connectionString }) =>
      writeBackup(connectionString, FILE),
    )
    if (options['json']) sayJson(report)
    else say(`${FILE}: ${report.rows} rows of ${report.tables} tables, ${report.bytes} bytes`)
    return 0
  },
}
