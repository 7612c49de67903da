import type { Command } from '../commands/command.ts'
import { type Setting } from './setting.ts'
import { settings } from './settings.ts'

const START = 'npm start --'

/** What the program can do. */
export function overview(commands: readonly Command[]): string {
  const lines = commands.map(
    (command, at) => [usageOf(command), `${command.summary}${at === 0 ? ' (the default)' : ''}`] as const,
  )
  return [
    'Runsheet: runbooks that people and machines run together.',
    '',
    `Usage: ${START} [command] [options]`,
    '',
    'Commands',
    ...columns(lines),
    '',
    `${START} help <command> tells its options and the variables that mean the same. --version tells the version.`,
    'Exit codes: 0 done, 1 refused or failed, 2 wrongly called.',
  ].join('\n')
}

/** How one command is called. */
export function helpOf(command: Command): string {
  const own = Object.entries(command.options ?? {}).map(
    ([name, { value, meaning, required }]) =>
      [
        `--${name}${value === undefined ? '' : ` <${value}>`}`,
        `${meaning}${required ? ' (required)' : ''}`,
      ] as const,
  )
  const shared = command.settings.map((name) => {
    const declared: Setting<unknown> = settings[name]
    const fallback = declared.defaultText ?? defaultIn(declared.default)
    return [
      `--${declared.flag} <${declared.value}>`,
      `${declared.meaning} (${declared.variable}${fallback === undefined ? '' : `; default ${fallback}`})`,
    ] as const
  })
  return [
    `Usage: ${START} ${usageOf(command)} [options]`,
    '',
    `${command.summary}.`,
    '',
    'Options',
    ...columns([...own, ...shared, ['--help', 'This page']]),
  ].join('\n')
}

function usageOf({ name, args = [] }: Command): string {
  return [name, ...args.map((arg) => `<${arg}>`)].join(' ')
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

/** Defaults that are neither text nor number say themselves in words. */
function defaultIn(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
