import {
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
})
afterAll(() => server.close())

const create = (attributes: object) =>
  server.send('POST', '/core/workspaces', writeOf('workspace', attributes))

test('a workspace is made with a folder named Default', async () => {
  const made = await create({ name: 'Payments', key: 'payments', description: 'Cards' })
  expect(made.status).toBe(201)
  const { id, attributes, relationships, meta } = dataOf(made)
  expect(attributes).toMatchObject({
    name: 'Payments',
    key: 'payments',
    description: 'Cards',
    archived: false,
  })
  expect(relationships.runbook_types.data.length).toBeGreaterThan(0)
  expect(meta.permissions).toContainEqual({ type: 'create', resource: 'runbook' })
  const folders = (await plan.get(`/core/workspaces/${id}/folders`)) as unknown as Document[]
  expect(folders.map((folder) => folder['attributes'].name)).toEqual(['Default'])
  expect(await plan.get(`/core/workspaces/${id}`)).toEqual(dataOf(made))
})

test('a key is there, well formed, and nobody else’s whatever its case', async () => {
  await create({ name: 'Identity', key: 'identity' })
  expect(refusals(await create({ name: 'Other', key: 'IDENTITY' }))).toEqual(['taken /data/attributes/key'])
  expect(refusals(await create({ name: 'Other', key: '' }))).toEqual(['blank /data/attributes/key'])
  expect(refusals(await create({ name: 'Other', key: 'a b' }))).toEqual([
    'invalid_format /data/attributes/key',
  ])
  expect(refusals(await create({ key: 'other' }))).toEqual(['missing_attribute /data/attributes/name'])
  const other = dataOf(await create({ name: 'Other', key: 'other' }))
  expect(refusals(await plan.change(`/core/workspaces/${other['id']}`, { key: 'identity' }))).toEqual([
    'taken /data/attributes/key',
  ])
  const renamed = dataOf(
    await plan.change(`/core/workspaces/${other['id']}`, { key: 'Other', description: null }),
  )
  expect(renamed['attributes']).toMatchObject({ name: 'Other', key: 'Other', description: null })
})

test('workspaces are searched by name and key, sorted and paged', async () => {
  for (const name of ['Wave 2', 'Wave 1', 'Wave 3'])
    await create({ name, key: `k-${name.at(-1)}`, description: 'x' })
  const { document } = await server.send(
    'GET',
    '/core/workspaces?query=wAvE&sort=-name&page[limit]=2&page[offset]=1',
  )
  expect(document['data'].map(({ attributes }: Document) => attributes.name)).toEqual(['Wave 2', 'Wave 1'])
  expect(document['meta']).toMatchObject({ total: 3, limit: 2, offset: 1 })
  const byKey = await server.send(
    'GET',
    '/core/workspaces?query=K-3&include=runbook_types&fields[workspace]=key',
  )
  expect(byKey.document['data'].map(({ attributes }: Document) => attributes)).toEqual([{ key: 'k-3' }])
  const wild = await server.send('GET', '/core/workspaces?query=%25')
  expect(wild.document['data']).toEqual([])
})

test('a workspace in which something runs cannot be archived', async () => {
  const workspace = await plan.makeWorkspace()
  const runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  const run = { meta: { comms: 'off', run_type: 'rehearsal' } }
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/start`, run))
  const path = `/core/workspaces/${workspace}`
  expect(refusals(await server.send('PATCH', `${path}/archive`))).toEqual(['invalid_stage_transition'])
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/cancel`))
  const archived = dataOf(await server.send('PATCH', `${path}/archive`))
  expect(archived['attributes'].archived).toBe(true)
  const { document } = await server.send('GET', '/core/workspaces?archived=true')
  expect(document['data'].map(({ id }: Document) => id)).toEqual([workspace])
})
