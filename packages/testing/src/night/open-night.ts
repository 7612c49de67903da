import { createToken, loadDemo } from '@runsheet/core'
import { Client } from 'pg'
import { createTestDatabase, type DatabaseClock, takeOverClock } from '../database/index.ts'
import { OWNER_TOKEN, startTestServer, type TestServer } from '../server/index.ts'
import { playUntil } from './play.ts'

/** The example workspace in the middle of its failover, at an instant that stands still. */
export interface Night {
  readonly server: TestServer
  readonly clock: DatabaseClock
  /** Id of the runbook that is being run. */
  readonly runbookId: string
  /** Instant of its start, milliseconds since the epoch. */
  readonly start: number
  /** Lets the run go on until so many seconds after its start. */
  playTo(seconds: number): Promise<void>
  close(): Promise<void>
}

/** Whoever of the example looks at the screens: leads the databases, where the night gets late. */
export const VIEWER = { email: 'luis.ortega@example.com', password: 'correct horse battery' }

/** Seconds after the start at which there is most to see: one task runs over, one is ready and not started. */
export const MIDDLE_OF_THE_NIGHT = 8677

const DEMO_EMAILS = [
  'amara.okafor',
  'jonas.weber',
  'priya.raman',
  'luis.ortega',
  'hana.sato',
  'claire.dubois',
].map((name) => `${name}@example.com`)

/**
 * Starts a server with the example workspace on a database whose clock stands at the scheduled start of the failover.
 *
 * @param cluster address of a test cluster
 * @param web folder of the build of the web
 * @param scheduled instant of the start, milliseconds since the epoch; the example's own without one
 */
export async function openNight(cluster: string, web: string, scheduled?: number): Promise<Night> {
  const database = await createTestDatabase(cluster)
  const clock = await takeOverClock(database.connectionString, (scheduled ?? Date.now()) - 6 * 86_400_000)
  const server = await startTestServer({ connectionString: clock.connectionString, settings: { web } })
  await loadDemo(server.core, OWNER_TOKEN)
  const { document } = await server.send('GET', '/core/runbooks?query=failover')
  const runbook = (document['data'] as { id: string; attributes: { start_scheduled: string } }[])[0]
  if (!runbook) throw new Error('the example workspace has no failover')
  const start = scheduled ?? Date.parse(runbook.attributes.start_scheduled)
  if (scheduled !== undefined)
    await server.send('PATCH', `/core/runbooks/${runbook.id}`, {
      data: {
        type: 'runbook',
        id: runbook.id,
        attributes: { start_scheduled: new Date(scheduled).toISOString() },
      },
    })
  await letIn(database.connectionString)
  const tokens = new Map<string, string>()
  for (const email of DEMO_EMAILS) {
    const made = await createToken(server.core.database, { email, label: 'Night' })
    if (made) tokens.set(await idOf(server, email), made.token)
  }
  const player = playUntil(server, clock, runbook.id, start, tokens)
  return {
    server,
    clock,
    runbookId: runbook.id,
    start,
    playTo: player,
    async close() {
      await server.close()
      await clock.close()
      await database.drop()
    },
  }
}

/** Gives the people of the example the password of the Owner's making, so that one of them can sign in. */
async function letIn(connectionString: string): Promise<void> {
  const { hash } = await import('@node-rs/argon2')
  const client = new Client(connectionString)
  await client.connect()
  await client.query('update app_user set password_hash = $1, non_interactive = false where email = $2', [
    await hash(VIEWER.password),
    VIEWER.email,
  ])
  await client.end()
}

async function idOf(server: TestServer, email: string): Promise<string> {
  const { document } = await server.send('GET', `/core/users?query=${encodeURIComponent(email)}`)
  return (document['data'] as { id: string }[])[0]?.id ?? ''
}
