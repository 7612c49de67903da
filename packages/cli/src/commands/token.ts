import { createToken } from '@runsheet/core'
import { databaseSettingNames, withDatabase } from '../database/with-database.ts'
import { say, sayJson } from '../terminal/terminal.ts'
import { type Command, CommandError } from './command.ts'

/** Makes a token for somebody, from the machine itself. */
export const token: Command = {
  name: 'token',
  summary: 'Make a token for a person, and show it once',
  options: {
    email: { value: 'e-mail', meaning: 'Whose token; the Owner’s when absent' },
    label: { value: 'text', meaning: 'What the token is recognised by (default Command line)' },
    json: { meaning: 'Answer as JSON' },
  },
  settings: [...databaseSettingNames, 'tokenDays'],
  async run({ options, settings }) {
    const { email, label = 'Command line', json } = options
    const made = await withDatabase(settings, (database) =>
      createToken(database, { email, label, days: settings.tokenDays }),
    )
    if (!made) {
      throw new CommandError(
        email === undefined
          ? 'There is no Owner yet: start the server once.'
          : `There is nobody with the e-mail ${email}.`,
      )
    }
    if (json) sayJson({ ...made, label })
    else {
      say(`Token of ${made.email}, shown only now:`)
      say(made.token)
    }
    return 0
  },
}
