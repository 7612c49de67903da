import { buildRunbook, type Document, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('every return to planning makes a version; the one that ran is frozen and names its run', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  await runbook.run('start')
  await runbook.run('cancel')
  await runbook.run('return_to_planning')
  const versions = `${runbook.path}/runbook_versions`
  const { document } = await server.send('GET', `${versions}?include=run,runbook`)
  const [now, ran] = document['data'] as Document[]
  expect([now, ran].map((version) => version?.['attributes'].number as number)).toEqual([2, 1])
  expect(now).toMatchObject({
    attributes: { current: true, frozen_at: null },
    relationships: { run: { data: null } },
  })
  expect(ran?.['attributes']).toMatchObject({ current: false, frozen_at: expect.any(String) as string })
  const { document: runs } = await server.send('GET', `${runbook.path}/runs`)
  expect(ran?.['relationships'].run.data.id).toBe(runs['data'][0].id)
  const old = await server.send('GET', `${versions}?current=false`)
  expect(old.document['data']).toEqual([ran])
  const { document: alone } = await server.send('GET', `${versions}/${ran?.['id']}`)
  expect(alone['data']).toEqual(ran)
})

test('a version of another runbook is not there', async () => {
  const [one, other] = [await buildRunbook(server), await buildRunbook(server)]
  const { document } = await server.send('GET', `${other.path}/runbook_versions`)
  const foreign = await server.send('GET', `${one.path}/runbook_versions/${document['data'][0].id}`)
  expect(foreign.status).toBe(404)
})
