/** What narrows the list of people; kept in the address. */
export interface PeopleSearch {
  readonly q?: string
  readonly archived?: boolean
  /** Programs only. */
  readonly programs?: boolean
}

const isOn = (value: unknown) => value === true || value === 'true'

/** Reads an address; what it does not know is left out. */
export function readPeopleSearch({ q, archived, programs }: Record<string, unknown>): PeopleSearch {
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(isOn(archived) ? { archived: true } : {}),
    ...(isOn(programs) ? { programs: true } : {}),
  }
}
