import { CORE_VERSION } from '@runsheet/contract'
import { CommandError, UsageError } from './commands/command.ts'
import { commands } from './commands/commands.ts'
import { helpOf, overview } from './settings/help.ts'
import { readCommandLine } from './settings/read-command-line.ts'
import { asFileError } from './terminal/file-error.ts'
import { complain, say } from './terminal/terminal.ts'

const REFUSED = 1
const WRONG_USAGE = 2

async function main(): Promise<number> {
  const request = readCommandLine(process.argv.slice(2), process.env, commands)
  switch (request.kind) {
    case 'version':
      say(`Runsheet ${CORE_VERSION}`)
      return 0
    case 'help':
      say(request.command ? helpOf(request.command) : overview(commands))
      return 0
    case 'wrong':
      for (const problem of request.problems) complain(problem)
      complain('Nothing was started. See npm start -- help.')
      return WRONG_USAGE
    default:
      return request.command.run(request.call)
  }
}

try {
  process.exitCode = await main()
} catch (thrown) {
  const error = asFileError(thrown)
  if (!(error instanceof CommandError) && !(error instanceof UsageError)) throw error
  complain(error.message)
  process.exitCode = error instanceof UsageError ? WRONG_USAGE : REFUSED
}
