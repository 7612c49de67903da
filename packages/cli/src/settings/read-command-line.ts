import { parseArgs } from 'node:util'
import type { Command, CommandCall } from '../commands/command.ts'
import { closest } from './closest.ts'
import { readSettings } from './read-settings.ts'
import { type SettingName, settings } from './settings.ts'

/** What a command line and an environment ask for. */
export type Request =
  | { readonly kind: 'run'; readonly command: Command; readonly call: CommandCall }
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

interface Given {
  readonly name: string
  readonly value: string | undefined
}

/**
 * Understands how the program was called. Everything that means nothing is named, and all of it at once.
 *
 * @param argv without node and script
 * @param commands the first is the one without a word
 */
export function readCommandLine(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  commands: readonly Command[],
): Request {
  const { words, flags, problems } = split(argv, commands)
  if (flags.some(({ name }) => name === 'version')) return { kind: 'version' }
  const asksHelp = words[0] === 'help' || flags.some(({ name }) => name === 'help')
  const asked = words[0] === 'help' ? words.slice(1) : words
  const command = asked.length === 0 ? commands[0] : findCommand(asked, commands)
  if (!command) return { kind: 'wrong', problems: [...problems, unknownCommand(asked, commands)] }
  if (asksHelp) return { kind: 'help', command: asked.length === 0 ? undefined : command }

  const args = readArguments(command, asked, problems)
  const { options, chosen } = readFlags(command, flags, problems)
  const read = readSettings(chosen, env)
  problems.push(...read.problems)
  if (problems.length > 0 || !read.settings) return { kind: 'wrong', problems }
  return { kind: 'run', command, call: { args, options, settings: read.settings } }
}

/** Which flags there are, over all commands: only so can a word be told from the value of a flag. */
function split(argv: readonly string[], commands: readonly Command[]) {
  const kinds: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  }
  for (const { flag } of Object.values(settings)) kinds[flag] = { type: 'string' }
  for (const { options = {} } of commands) {
    for (const [name, { value }] of Object.entries(options))
      kinds[name] = { type: value === undefined ? 'boolean' : 'string' }
  }
  const { tokens } = parseArgs({
    args: [...argv],
    options: kinds,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const words: string[] = []
  const flags: Given[] = []
  const problems: string[] = []
  let valueAt: number | undefined
  for (const token of tokens) {
    // What follows a flag that is not known is most likely its value, and no word of its own.
    if (token.kind === 'positional' && token.index !== valueAt) words.push(token.value)
    if (token.kind !== 'option') continue
    const { name, value, rawName, inlineValue } = token
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (!kind) {
      if (!inlineValue) valueAt = token.index + 1
      const near = closest(name, Object.keys(kinds))
      problems.push(`There is no flag ${rawName}.${near ? ` Did you mean --${near}?` : ''}`)
    } else if (flags.some((other) => other.name === name)) problems.push(`${rawName} is given twice.`)
    else if (kind.type === 'boolean' && value !== undefined) problems.push(`${rawName} takes no value.`)
    else if (kind.type === 'string' && (!value || (!inlineValue && value.startsWith('-'))))
      problems.push(`${rawName} needs a value.`)
    else flags.push({ name, value })
  }
  return { words, flags, problems }
}

function findCommand(words: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, at) => words[at] === word))
}

function unknownCommand(words: readonly string[], commands: readonly Command[]): string {
  const second = commands.filter(({ name }) => name.startsWith(`${words[0]} `))
  if (second.length > 0) {
    return `"${words.slice(0, 2).join(' ')}" is no command; there is ${second.map(({ name }) => `"${name}"`).join(' and ')}.`
  }
  const near = closest(
    words[0] ?? '',
    commands.map(({ name }) => name),
  )
  return `There is no command "${words[0]}".${near ? ` Did you mean ${near}?` : ''}`
}

function readArguments(
  command: Command,
  words: readonly string[],
  problems: string[],
): Record<string, string> {
  const given = words.slice(command.name.split(' ').length)
  const names = command.args ?? []
  // The first command may be meant by no word at all; then nothing else may stand there.
  for (const name of names.slice(given.length)) problems.push(`${command.name} needs the argument ${name}.`)
  for (const stray of given.slice(names.length))
    problems.push(`${command.name} does not know what to do with "${stray}".`)
  return Object.fromEntries(names.map((name, at) => [name, given[at] ?? '']))
}

function readFlags(command: Command, flags: readonly Given[], problems: string[]) {
  const own = command.options ?? {}
  const options: Record<string, string> = {}
  const chosen: Partial<Record<SettingName, string>> = {}
  for (const { name, value } of flags) {
    const option = Object.hasOwn(own, name) ? own[name] : undefined
    const setting = command.settings.find((known) => settings[known].flag === name)
    if (option?.oneOf && !option.oneOf.includes(value ?? ''))
      problems.push(`--${name} must be ${option.oneOf.join(' or ')}, and not "${value}".`)
    else if (option) options[name] = value ?? 'on'
    else if (setting) chosen[setting] = value ?? ''
    else problems.push(`--${name} is no flag of ${command.name}.`)
  }
  for (const [name, { required }] of Object.entries(own)) {
    if (required && options[name] === undefined) problems.push(`${command.name} needs --${name}.`)
  }
  return { options, chosen }
}
