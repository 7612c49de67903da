import pg from 'pg'

const TIMESTAMPTZ = 1184
const INT8 = 20
const INT8_LIST = 1016

/** `2026-11-22 19:50:43.123+00`, as the server writes it in UTC, in milliseconds since the epoch. */
function readInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
}

/** `{7,12}`. */
function readIds(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)
}

/**
 * Instants are numbers of milliseconds since the epoch and ids are numbers, everywhere in Core: ids come from identity
 * columns and never reach 2^53.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return readInstant as never
    if (oid === INT8) return Number as never
    if (oid === INT8_LIST) return readIds as never
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the driver names a few types; the others have numbers, too
    return pg.types.getTypeParser(oid, format) as never
  },
}

const sessionOptions = [
  '-c timezone=UTC',
  '-c datestyle=ISO',
  '-c lock_timeout=3s',
  '-c idle_in_transaction_session_timeout=5s',
  '-c statement_timeout=9s',
  '-c client_min_messages=warning',
].join(' ')

/** The address with our session options after its own: what an address says would else replace them. */
function withSessionOptions(connectionString: string): string {
  const [address = '', query = ''] = connectionString.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('options', [parameters.get('options'), sessionOptions].filter(Boolean).join(' '))
  return `${address}?${parameters.toString().replaceAll('+', '%20')}`
}

/** Client options that every connection of ours has. */
export function connectionOptions(connectionString: string, name: string): pg.ClientConfig {
  return {
    connectionString: withSessionOptions(connectionString),
    types,
    application_name: `runsheet ${name}`,
    connectionTimeoutMillis: 5_000,
  }
}
