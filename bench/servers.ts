import { createApi, createCoreServer, defaultApiSettings, httpCore } from '@runsheet/api'
import { createCore } from '@runsheet/core'
import Fastify from 'fastify'
import pg from 'pg'
import pino from 'pino'

/** One server in a process of its own, so that the load does not share its event loop. Told by its arguments; tells its port. */
const [form, connectionString = '', other = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const unlimited = { ...defaultApiSettings, port: 0, rateLimit: 'off' as const, addressLimit: 'off' as const }

async function listenOn(): Promise<number> {
  if (form === 'serve') {
    const core = createCore({ connectionString, log, secretKey: '0'.repeat(64) })
    return (await (await createApi({ core: core.client, settings: unlimited, log })).listen()).port
  }
  if (form === 'core') {
    const server = createCoreServer({
      core: createCore({ connectionString, log, secretKey: '0'.repeat(64) }).client,
      log,
    })
    return (await server.listen({ host: '127.0.0.1', port: 0 })).port
  }
  if (form === 'api') {
    return (
      await (
        await createApi({ core: httpCore({ url: other, timeoutMs: 10_000 }), settings: unlimited, log })
      ).listen()
    ).port
  }
  return listenBare()
}

/** The floor of reads: a handler that does the one query that the answer needs, and nothing else. */
async function listenBare(): Promise<number> {
  const pool = new pg.Pool({ connectionString, max: 8 })
  const app = Fastify()
  const one = { name: 'one', text: 'select * from task where version_id = $1 and id = $2' }
  const hundred = { name: 'hundred', text: 'select * from task where version_id = $1 order by id limit 100' }
  app.get<{ Params: { version: string; id: string } }>('/bare/:version/tasks/:id', async ({ params }) => {
    const { rows } = await pool.query({ ...one, values: [params.version, params.id] })
    return { data: rows[0] }
  })
  app.get<{ Params: { version: string } }>('/bare/:version/tasks', async ({ params }) => {
    const { rows } = await pool.query({ ...hundred, values: [params.version] })
    return { data: rows }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

process.send?.({ port: await listenOn() })
process.on('disconnect', () => process.exit(0))
