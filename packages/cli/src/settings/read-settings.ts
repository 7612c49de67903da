import { closest } from './closest.ts'
import { InvalidValue, type Setting } from './setting.ts'
import { type SettingName, type Settings, settings } from './settings.ts'

/**
 * Reads every setting: from its flag, else from its variable, else its default. An empty variable counts as not set, as
 * container files write it.
 *
 * @param flags text of the flags that were given
 * @returns the settings, or what is wrong with them, each with its name
 */
export function readSettings(
  flags: Readonly<Partial<Record<SettingName, string>>>,
  env: Readonly<Record<string, string | undefined>>,
): { settings: Settings | undefined; problems: readonly string[] } {
  const problems = unknownVariables(env)
  const read: Partial<Record<SettingName, unknown>> = {}
  for (const [name, declared] of Object.entries(settings) as [SettingName, Setting<unknown>][]) {
    const given = flags[name]
    const text = given ?? env[declared.variable]
    if (text === undefined || text === '') {
      read[name] = declared.default
      continue
    }
    try {
      read[name] = declared.read(text)
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(
        `${given === undefined ? declared.variable : `--${declared.flag}`} must be ${error.message}.`,
      )
    }
  }
  // Every name was read with its own declaration, which a loop cannot show to the compiler.
  return { settings: problems.length > 0 ? undefined : (read as Settings), problems }
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.values(settings).map(({ variable }) => variable)
  const unknown = Object.keys(env).filter((name) => name.startsWith('RUNSHEET_') && !known.includes(name))
  return unknown.map((name) => {
    const near = closest(name, known)
    return `There is no setting ${name}.${near ? ` Did you mean ${near}?` : ''}`
  })
}
