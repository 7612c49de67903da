import { Client } from 'pg'

/** A clock of a test database that stands, and that the test moves. */
export interface DatabaseClock {
  /** The address with which Core has to be started so that it reads this clock. */
  readonly connectionString: string
  /** Sets it. @param instant milliseconds since the epoch */
  set(instant: number): Promise<void>
  close(): Promise<void>
}

/**
 * Puts a clock of the test's own in the place of the database's: Core takes all instants from there, so that a run of
 * hours is played in seconds, by the real program, and looks the same each time.
 *
 * Functions of a schema that stands before `pg_catalog` in the search path are taken instead of the built-in ones
 * (PostgreSQL documentation, "The Schema Search Path"). Defaults of columns keep the real clock.
 */
export async function takeOverClock(connectionString: string, instant: number): Promise<DatabaseClock> {
  const client = new Client(connectionString)
  await client.connect()
  await client.query(`
    create schema test_clock;
    create table test_clock.setting (instant timestamptz not null);
    create function test_clock.clock_timestamp() returns timestamptz language sql volatile
      as 'select instant from test_clock.setting';
    create function test_clock.now() returns timestamptz language sql stable
      as 'select instant from test_clock.setting';
    insert into test_clock.setting values (to_timestamp(${instant / 1000}))`)
  const path = encodeURIComponent('-c search_path=test_clock,pg_catalog,public')
  return {
    connectionString: `${connectionString}${connectionString.includes('?') ? '&' : '?'}options=${path}`,
    async set(next) {
      await client.query('update test_clock.setting set instant = to_timestamp($1)', [next / 1000])
    },
    close: () => client.end(),
  }
}
