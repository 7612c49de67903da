/**
 * The secret of a link by which a password is set.
 *
 * @param hash what follows `#` in the address, with or without it
 * @returns undefined when the address was cut off
 */
export function linkSecret(hash: string): string | undefined {
  return /^#?([0-9a-f]{48})$/.exec(hash)?.[1]
}
