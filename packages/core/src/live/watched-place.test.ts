import {
  addPerson,
  buildRunbook,
  grantRole,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventsOf, type OpenStream, openStream } from './test-support.ts'

let server: TestServer
let other: TestServer

beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ connectionString: server.connectionString })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

async function watch(...args: Parameters<typeof openStream>): Promise<OpenStream> {
  const stream = await openStream(...args)
  onTestFinished(() => stream.close())
  return stream
}

/** A runbook in a folder, and where it lies. */
async function placedRunbook() {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const { document } = await server.send('GET', runbook.path)
  const workspace = document['data'].relationships.workspace.data.id as string
  const folder = async (name: string) => {
    const made = await server.send(
      'POST',
      `/core/workspaces/${workspace}/folders`,
      writeOf('folder', { name }),
    )
    return made.document['data'].id as string
  }
  const [here, there] = [await folder('Here'), await folder('There')]
  const move = (to: string) => server.send('PATCH', runbook.path, writeOf('runbook', {}, { folder: to }))
  await move(here)
  return { runbook, workspace, here, move: () => move(there) }
}

test('who sees a runbook by its folder watches it no more when it lies elsewhere, in whichever process', async () => {
  const { runbook, here, move } = await placedRunbook()
  const ada = await addPerson(server, undefined)
  await grantRole(server, ada.id, 'folder_stakeholder', { type: 'folder', id: here })
  const streams = await Promise.all([server, other].map((at) => watch(at, runbook, { token: ada.token })))
  const [owner] = [await watch(other, runbook)]
  expect((await move()).status).toBe(200)
  await Promise.all([...streams, owner].map(({ ended }) => ended))
  expect((await openStream(server, runbook, { token: ada.token })).response.status).toBe(404)
  expect((await watch(other, runbook)).response.status).toBe(200)
})

test.each(['runbook', 'workspace'])('nobody watches what is in the archive: of a %s', async (what) => {
  const { runbook, workspace } = await placedRunbook()
  const streams = await Promise.all([server, other].map((at) => watch(at, runbook)))
  const path = what === 'runbook' ? runbook.path : `/core/workspaces/${workspace}`
  expect((await server.send('PATCH', `${path}/archive`)).status).toBe(200)
  await Promise.all(streams.map(({ ended }) => ended))
  expect((await openStream(other, runbook)).response.status).toBe(404)
})

test('a change that moves nothing ends no stream', async () => {
  const { runbook } = await placedRunbook()
  const stream = await watch(server, runbook)
  await runbook.change(1, { name: 'Another name' })
  await server.core.services.live.recheck()
  await runbook.change(1, { name: 'Yet another' })
  await stream.until((messages) => messages.some(({ text }) => text.includes('Yet another')))
  expect(eventsOf(stream.messages).at(-1)?.text).toContain('Yet another')
})
