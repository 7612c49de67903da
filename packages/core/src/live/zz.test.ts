import { buildRunbook, startTestServer, type TestServer, testRunbook } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf, openStream } from './test-support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  console.time('close')
  await server.close()
  console.timeEnd('close')
})
test('leaves', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  let last = 3
  const p = (async () => {
    for (let i = 0; i < 100; i++) await runbook.change(1, { name: `n${i}` })
  })()
  for (let i = 0; i < 30; i++) {
    const s = await openStream(server, runbook, { lastEventId: last })
    await s.until((m) => eventsOf(m).length > i % 3).catch(() => {})
    s.close()
    await s.ended
    last = eventsOf(s.messages).at(-1)?.id ?? last
    if (last > 90) break
  }
  await p
  const { port } = new URL(server.url)
  const { execSync } = await import('node:child_process')
  console.log(
    execSync(`ss -tnp 2>/dev/null | grep ${port} | head -20 || true; cat /proc/net/tcp | head -0`).toString(),
  )
  expect(1).toBe(1)
})
