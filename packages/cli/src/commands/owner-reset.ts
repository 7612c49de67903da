import { resetOwner } from '@runsheet/core'
import { databaseSettingNames, withDatabase } from '../database/with-database.ts'
import { say, sayJson } from '../terminal/terminal.ts'
import { type Command, CommandError } from './command.ts'

/** The way back in for whoever holds the machine. */
export const ownerReset: Command = {
  name: 'owner reset',
  summary: 'Give the Owner a new password and token, revoke the tokens there were, remove the second factor',
  options: { json: { meaning: 'Answer as JSON' } },
  settings: [...databaseSettingNames, 'tokenDays'],
  async run({ options, settings }) {
    const made = await withDatabase(settings, (database) => resetOwner(database, settings.tokenDays))
    if (!made) throw new CommandError('There is no Owner yet: start the server once.')
    if (options['json']) sayJson(made)
    else {
      say('Shown only now:')
      say(`  Login     ${made.email}`)
      say(`  Password  ${made.password}`)
      say(`  Token     ${made.token}`)
    }
    return 0
  },
}
