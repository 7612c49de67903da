export { commands } from './commands/commands.ts'
export { readCommandLine } from './settings/read-command-line.ts'
