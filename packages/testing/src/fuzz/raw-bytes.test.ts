import { OWNER_TOKEN, startTestServer, type TestServer } from '@runsheet/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { countChanges, countChangesOf, noteChanges } from '../database/index.ts'
import { plannerOf, writeOf } from '../planning/index.ts'
import { anyBytes, exchange, wholeRequest } from './raw-bytes.ts'
import { FUZZ_TIMEOUT_MS, fuzzRuns, fuzzSeeds } from './settings.ts'

let server: TestServer
let whole: readonly string[]

vi.setConfig({ testTimeout: FUZZ_TIMEOUT_MS })

beforeAll(async () => {
  server = await startTestServer()
  const runbook = await plannerOf(server).makeRunbook()
  const headers = { authorization: `Bearer ${OWNER_TOKEN}` }
  const json = { ...headers, 'content-type': 'application/json' }
  const task = JSON.stringify(writeOf('task', { name: 'Drain' }))
  whole = [
    wholeRequest('GET', `/core/runbooks/${runbook}?include=workspace`, headers, ''),
    wholeRequest('POST', `/core/runbooks/${runbook}/tasks`, json, task),
    wholeRequest(
      'POST',
      `/core/runbooks/${runbook}/tasks/import`,
      { ...headers, 'content-type': 'text/csv' },
      'name\nDrain\n',
    ),
  ]
  await noteChanges(server.core.database.writes)
})
afterAll(() => server.close())

/** What a client alone can cause, and nothing else: the root leads on to the documentation. */
const statuses = [200, 201, 302, 400, 401, 403, 404, 405, 422]

test.each(fuzzSeeds)(
  'seed %i: whatever bytes come, each answer is on the error page and in its envelope',
  async (seed) => {
    const { writes } = server.core.database
    const port = Number(new URL(server.url).port)
    const before = await countChanges(writes)
    let done = 0
    let unanswered = 0
    await fc.assert(
      fc.asyncProperty(anyBytes(whole), async (bytes) => {
        const answers = await exchange(port, bytes)
        expect(answers.filter(({ status }) => !statuses.includes(status))).toEqual([])
        for (const { status, body } of answers) {
          const { errors = [] } = JSON.parse(status === 302 ? '{}' : body) as { errors?: readonly unknown[] }
          expect(errors.length > 0).toBe(status >= 400)
        }
        done += answers.filter(({ status }) => status === 201).length
        if (answers.length === 0) unanswered += 1
      }),
      { seed, numRuns: fuzzRuns(300), endOnFailure: true },
    )
    // Whoever hangs up gets no answer, and does not know what was done: nothing else was done than they and the answers say.
    const acted = await countChangesOf(writes, 'event', before)
    expect(acted).toBeGreaterThanOrEqual(done)
    expect(acted).toBeLessThanOrEqual(done + unanswered)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  },
)
