/** One thing that whoever starts the program can choose: by an environment variable, or by a flag, which wins. */
export interface Setting<T> {
  readonly variable: string
  /** Without its dashes. */
  readonly flag: string
  /** What a value looks like, for the help. */
  readonly value: string
  readonly meaning: string
  readonly default: T
  /** The default in words, where the value itself does not say it. */
  readonly defaultText?: string
  /** @throws {InvalidValue} saying what would be a value */
  read(text: string): T
}

/** A value that means nothing. The message completes "must be". */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue'
}

/** Keeps the type of a setting's value. */
export function setting<T>(declared: Omit<Setting<T>, 'flag'> & { readonly flag?: string }): Setting<T> {
  const flag = declared.variable
    .replace(/^RUNSHEET_/, '')
    .toLowerCase()
    .replaceAll('_', '-')
  return { flag, ...declared }
}
