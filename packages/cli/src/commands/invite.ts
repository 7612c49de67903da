import { createInvitation } from '@runsheet/core'
import { databaseSettingNames, withDatabase } from '../database/with-database.ts'
import { urlOf } from '../serving/listen.ts'
import { say, sayJson } from '../terminal/terminal.ts'
import { type Command, CommandError } from './command.ts'

/** The way in where the server sends no mail: a link that is passed on by hand. */
export const invite: Command = {
  name: 'invite',
  summary: 'Make the link by which a person sets a password, and show it once',
  args: ['E-MAIL'],
  options: { json: { meaning: 'Answer as JSON' } },
  settings: [...databaseSettingNames, 'host', 'port', 'basePath', 'publicUrl'],
  async run({ args, options, settings }) {
    const { 'E-MAIL': email = '' } = args
    const { host, port, basePath, publicUrl = urlOf(host, port, basePath) } = settings
    const made = await withDatabase(settings, (database) => createInvitation(database, { email, publicUrl }))
    if (!made) throw new CommandError(`There is nobody with the e-mail ${email} who could sign in.`)
    if (options['json']) sayJson(made)
    else {
      say(`Invitation of ${made.email}, good for 7 days and shown only now:`)
      say(made.link)
    }
    return 0
  },
}
