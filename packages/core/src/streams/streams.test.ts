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
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let runbook: string
let path: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
})
beforeEach(async () => {
  runbook = await plan.makeRunbook({ start_scheduled: '2097-01-01T00:00:00Z' })
  path = `/core/runbooks/${runbook}/streams`
})
afterAll(() => server.close())

async function streams(query = ''): Promise<Document[]> {
  return (await plan.get(`${path}${query}`)) as unknown as Document[]
}

test('a runbook begins with a primary stream, and more can be added', async () => {
  const made = await server.send('POST', path, writeOf('stream', { name: 'Database', color: '#0f8f83' }))
  expect(made.status).toBe(201)
  expect(dataOf(made)['attributes']).toMatchObject({
    name: 'Database',
    color: '#0f8f83',
    description: null,
    is_primary: false,
    status: 'off',
    status_message: null,
    status_updated_at: null,
    start_planned: null,
    end_planned: null,
    tasks_count: 0,
  })
  expect((await streams()).map(({ attributes }) => [attributes.name, attributes.is_primary])).toEqual([
    ['Main', true],
    ['Database', false],
  ])
  expect(await plan.get(`${path}/${dataOf(made)['id']}`)).toEqual(dataOf(made))
  expect((await streams('?sort=name')).map(({ attributes }) => attributes.name)).toEqual(['Database', 'Main'])
  const { document } = await server.send('GET', `${path}?page[size]=1&page[number]=2&include=runbook`)
  expect(document['meta'].page).toMatchObject({ total: 2, pages: 2 })
  expect(document['included']).toHaveLength(1)
})

test('a stream has one level of sub-streams', async () => {
  const parent = await plan.makeStream(runbook)
  const inner = await plan.makeStream(runbook, { name: 'Replicas' }, { parent_stream: parent })
  const deeper = await server.send('POST', path, writeOf('stream', { name: 'x' }, { parent_stream: inner }))
  expect(refusals(deeper)).toEqual(['stream_depth_exceeded /data/relationships/parent/data'])
  const nowhere = await server.send(
    'POST',
    path,
    writeOf('stream', { name: 'x' }, { parent_stream: '999999' }),
  )
  expect(refusals(nowhere)).toEqual(['related_not_found /data/relationships/parent/data'])
  expect(refusals(await plan.change(`${path}/${inner}`, {}, { parent_stream: null }))).toEqual([
    'read_only /data/relationships/parent',
  ])
  const { document } = await server.send('GET', `${path}/${inner}?include=parent`)
  expect(document['included'].map(({ id }: Document) => id)).toEqual([parent])
})

test('planned times of a stream span its tasks and those of its sub-streams', async () => {
  // a 60 s, then b 30 s in the sub-stream; c 20 s beside them may be 70 s late.
  const outer = await plan.makeStream(runbook)
  const inner = await plan.makeStream(runbook, { name: 'Replicas' }, { parent_stream: outer })
  await plan.makeTask(runbook, { name: 'a', duration: 60 }, { stream: outer })
  await plan.makeTask(runbook, { name: 'b', duration: 30 }, { stream: inner, predecessors: ['1'] })
  await plan.makeTask(runbook, { name: 'c', duration: 20 })
  const told = Object.fromEntries(
    (await streams('?forecast=true')).map((one) => [one['attributes'].name, one['attributes']]),
  )
  const at = (seconds: number) =>
    new Date(Date.UTC(2097, 0, 1, 0, 0, seconds)).toISOString().replace('.000', '')
  expect(told['Database']).toMatchObject({
    start_planned: at(0),
    end_planned: at(90),
    start_display: at(0),
    end_display: at(90),
    tasks_count: 2,
  })
  expect(told['Replicas']).toMatchObject({ start_planned: at(60), end_planned: at(90), tasks_count: 1 })
  expect(told['Main']).toMatchObject({
    start_planned: at(0),
    end_planned: at(20),
    start_latest_planned: at(70),
    end_latest_planned: at(90),
  })
  const [plain] = await streams()
  expect(plain?.['attributes']).not.toHaveProperty('start_display')
})

test('a RAG status says who set it and when', async () => {
  const id = await plan.makeStream(runbook)
  const rated = dataOf(await plan.change(`${path}/${id}`, { status: 'amber', status_message: 'Lag' }))
  expect(rated['attributes']).toMatchObject({ status: 'amber', status_message: 'Lag' })
  expect(rated['attributes'].status_updated_at).toEqual(rated['attributes'].updated_at)
  expect(rated['relationships'].status_author.data.type).toBe('user')
  const renamed = dataOf(await plan.change(`${path}/${id}`, { name: 'Data', color: 'rgb(0, 12, 255)' }))
  expect(renamed['attributes'].status_updated_at).toEqual(rated['attributes'].status_updated_at)
  expect(
    refusals(await plan.change(`${path}/${id}`, { color: 'teal', status: 'blue', is_primary: true })),
  ).toEqual([
    'invalid_format /data/attributes/color',
    'invalid_enum /data/attributes/status',
    'read_only /data/attributes/is_primary',
  ])
})

test('only an empty stream that is not the primary one can be deleted, with its sub-streams', async () => {
  const outer = await plan.makeStream(runbook)
  const inner = await plan.makeStream(runbook, { name: 'Replicas' }, { parent_stream: outer })
  const [main] = await streams()
  await plan.makeTask(runbook, {}, { stream: inner })
  const full = await server.send('DELETE', `${path}/${outer}`)
  expect(full.document['errors'][0]).toMatchObject({ code: 'stream_not_empty', meta: { tasks: 1 } })
  expect(refusals(await server.send('DELETE', `${path}/${main?.['id']}`))).toEqual(['primary_stream'])
  dataOf(await plan.change(`/core/runbooks/${runbook}/tasks/1`, {}, { stream: main?.['id'] }))
  expect((await server.send('DELETE', `${path}/${outer}`)).status).toBe(204)
  expect((await streams()).map(({ attributes }) => attributes.name)).toEqual(['Main'])
  expect((await server.send('GET', `${path}/${inner}`)).status).toBe(404)
  expect((await server.send('DELETE', `${path}/${outer}`)).status).toBe(404)
  expect(refusals(await plan.change(`/core/runbooks/${runbook}/tasks/1`, {}, { stream: inner }))).toEqual([
    'related_not_found /data/relationships/stream/data',
  ])
})
