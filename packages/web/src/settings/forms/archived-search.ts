/** What the address of a room says beside its path. */
export interface ArchivedSearch {
  readonly archived?: boolean
}

export const readArchivedSearch = (raw: Record<string, unknown>): ArchivedSearch =>
  raw['archived'] === true ? { archived: true } : {}
