import { readFile } from 'node:fs/promises'
import { startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function newRunbook(name: string): Promise<string> {
  const key = `w${Math.random().toString(36).slice(2)}`
  const workspace = await server.send('POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name, key } },
  })
  expect(workspace.status).toBe(201)
  const relationships = { workspace: { data: { type: 'workspace', id: workspace.document.data.id } } }
  const runbook = await server.send('POST', '/core/runbooks', {
    data: { type: 'runbook', attributes: { name }, relationships },
  })
  expect(runbook.document).toMatchObject({
    data: { type: 'runbook', attributes: { name, stage: 'planning' } },
  })
  return runbook.document.data.id as string
}

test('a plan of a real failover is imported, run and finished, and the audit trail tells it all', async () => {
  const id = await newRunbook('Data centre failover')
  const csv = await readFile(
    new URL('../../../../examples/data-centre-failover.csv', import.meta.url),
    'utf8',
  )
  const imported = await server.send('POST', `/core/runbooks/${id}/tasks/import`, csv)
  expect(imported.document.errors).toBeUndefined()
  expect(imported.status).toBe(201)
  const count = imported.document.meta.created as number
  expect(count).toBeGreaterThanOrEqual(60)

  const started = await server.send('PATCH', `/core/runbooks/${id}/start`, {
    meta: { comms: 'off', run_type: 'live' },
  })
  expect(started.document.errors).toBeUndefined()
  expect(started.document.data.attributes.stage).toBe('active')

  for (;;) {
    const { document } = await server.send(
      'GET',
      `/core/runbooks/${id}/tasks?stage=startable,in_progress&page[size]=100`,
    )
    if (document.data.length === 0) break
    for (const task of document.data) {
      const verb = task.attributes.stage === 'startable' ? 'start' : 'finish'
      const moved = await server.send('PATCH', `/core/runbooks/${id}/tasks/${task.id}/${verb}`)
      expect(moved.document.errors).toBeUndefined()
    }
  }
  const ended = await server.send('GET', `/core/runbooks/${id}`)
  expect(ended.document.data.attributes).toMatchObject({
    stage: 'complete',
    tasks_count: count,
    tasks_complete_count: count,
  })
  const logs = await server.send('GET', `/core/action_logs?runbook_id=${id}&page[size]=100`)
  expect(logs.document.data[0].attributes.event).toBe('run.finished')
})
