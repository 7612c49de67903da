import type { SettingName, Settings } from '../settings/settings.ts'

/** An option that only one command has, and no variable. */
export interface CommandOption {
  /** What a value looks like; a switch has none. */
  readonly value?: string
  readonly meaning: string
  readonly required?: true
  /** What a value may be; anything when absent. */
  readonly oneOf?: readonly string[]
}

/** What somebody asked for, understood. */
export interface CommandCall {
  /** By name; all of them are there. */
  readonly args: Readonly<Record<string, string>>
  /** By name; a switch that was given is `on`. */
  readonly options: Readonly<Record<string, string | undefined>>
  readonly settings: Settings
}

/** One thing that the program does, declared once. */
export interface Command {
  /** One word, or two. */
  readonly name: string
  readonly summary: string
  /** Names of the arguments, all required. */
  readonly args?: readonly string[]
  readonly options?: Readonly<Record<string, CommandOption>>
  /** Settings whose flags it takes; their variables are read in any case. */
  readonly settings: readonly SettingName[]
  /**
   * @returns the exit code: 0 done, 1 refused or failed
   * @throws {CommandError} with a message that is for a person and needs no stack
   */
  run(call: CommandCall): Promise<number>
}

/** The command cannot do what it was asked for; the message says why and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** The command was called in a way that means nothing. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
