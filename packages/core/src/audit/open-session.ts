import { Client } from 'pg'
import { connectionOptions } from '../db/connection.ts'

// Also what a connection string may have set otherwise: the text of a value must be the same on every server.
const settings = `
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '30s';
  set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 3;
  set client_min_messages = 'warning'`

/**
 * Opens a connection of its own, beside the pools and without the time limits of requests: reading a whole log takes as
 * long as it takes. `end` it in every case; what was under way is then given up.
 */
export async function openSession(connectionString: string, name: string): Promise<Client> {
  const client = new Client(connectionOptions(connectionString, name))
  // What is under way is told of a lost connection as well; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(settings)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** Everything that this transaction reads was true at the instant of its first read. */
export const BEGIN_SNAPSHOT = 'begin isolation level repeatable read, read only'
