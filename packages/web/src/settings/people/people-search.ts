/** What narrows the list of people; kept in the address. */
export interface PeopleSearch {
  readonly q?: string
  readonly archived?: boolean
}

/** Reads an address; what it does not know is left out. */
export function readPeopleSearch({ q, archived }: Record<string, unknown>): PeopleSearch {
  const isArchived = archived === true || archived === 'true'
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(isArchived ? { archived: true } : {}),
  }
}
