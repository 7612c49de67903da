import pg from 'pg'

const TIMESTAMPTZ = 1184
const INT8 = 20

/** `2026-11-22 19:50:43.123+00`, as the server writes it in UTC, in milliseconds since the epoch. */
function readInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
}

/**
 * Instants are numbers of milliseconds since the epoch and ids are numbers, everywhere in Core: ids come from identity
 * columns and never reach 2^53.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return readInstant as never
    if (oid === INT8) return Number as never
    return pg.types.getTypeParser(oid, format as 'text') as never
  },
}

/** Client options that every connection of ours has. */
export function connectionOptions(connectionString: string, name: string): pg.ClientConfig {
  return {
    connectionString,
    types,
    application_name: `runsheet ${name}`,
    connectionTimeoutMillis: 5_000,
    options: [
      '-c timezone=UTC',
      '-c datestyle=ISO',
      '-c lock_timeout=3s',
      '-c idle_in_transaction_session_timeout=5s',
      '-c statement_timeout=9s',
      '-c client_min_messages=warning',
    ].join(' '),
  }
}
