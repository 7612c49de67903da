/** What is wrong with a new password before it is sent, by field. */
export interface PasswordFaults {
  readonly fresh?: 'too_short' | 'same_as_before'
  readonly again?: 'not_same'
}

/** @param atLeast characters that the server asks for */
export function passwordFaults(
  { current, fresh, again }: { readonly current: string; readonly fresh: string; readonly again: string },
  atLeast: number,
): PasswordFaults {
  if (lengthOfPassword(fresh) < atLeast) return { fresh: 'too_short' }
  if (current !== '' && fresh === current) return { fresh: 'same_as_before' }
  return fresh === again ? {} : { again: 'not_same' }
}

/** Characters as the schema of the server counts them: code points, not code units. */
export const lengthOfPassword = (password: string): number => Array.from(password).length
