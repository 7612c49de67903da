import type { Endpoint, ParsedQuery } from '@runsheet/contract'

/** True for a request that may be about what is archived: it says so, or is to restore it. */
export function seesArchived({ path }: Endpoint, { values }: Pick<ParsedQuery, 'values'>): boolean {
  return values['archived'] === true || path.endsWith('/restore')
}
