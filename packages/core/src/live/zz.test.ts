import { buildRunbook, startTestServer, type TestServer, testRunbook } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf, openStream } from './test-support.ts'
let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(async () => {
  console.log('watchers', server.core.services.live.watchers)
  console.time('close'); await server.close(); console.timeEnd('close')
})
test('leaves', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const mode = process.env['MODE']
  if (mode === 'idle') { const s = await openStream(server, runbook); await s.until((m) => eventsOf(m).length === 1); s.close(); await s.ended }
  if (mode === 'early') { const s = await openStream(server, runbook); s.close(); await s.ended }
  if (mode === 'busy') {
    const s = await openStream(server, runbook, { lastEventId: 1 });
    const p = (async () => { for (let i = 0; i < 20; i++) await runbook.change(1, { name: `n${i}` }) })()
    await s.until((m) => eventsOf(m).length > 3); s.close(); await s.ended; await p
  }
  expect(1).toBe(1)
})
