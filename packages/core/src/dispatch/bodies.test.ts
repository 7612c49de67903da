import {
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
let path: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  const runbook = await plan.makeRunbook()
  path = `/core/runbooks/${runbook}/tasks`
  await plan.makeTask(runbook)
})
afterAll(() => server.close())

const task = (members: object) => ({ data: { type: 'task', attributes: { name: 'Drain' }, ...members } })
const attributes = (members: object) => task({ attributes: { name: 'Drain', ...members } })
const relationships = (members: object) => task({ relationships: members })

test.each([
  [{ data: { attributes: { name: 'x' } } }, 'missing_attribute /data/type'],
  [task({ type: 'stream' }), 'type_mismatch /data/type'],
  [task({ type: 7 }), 'invalid_type /data/type'],
  [task({ id: '7' }), 'read_only /data/id'],
  [task({ links: {} }), 'unknown_attribute /data/links'],
  [{ ...task({}), included: [] }, 'unknown_attribute /included'],
  [{ ...task({}), meta: { notify: true } }, 'unknown_attribute /meta/notify'],
  [task({ attributes: {} }), 'missing_attribute /data/attributes/name'],
  [task({ attributes: [] }), 'invalid_type /data/attributes'],
  [attributes({ name: '  ' }), 'blank /data/attributes/name'],
  [attributes({ name: '\u200b\u3164 \u2060' }), 'blank /data/attributes/name'],
  [attributes({ name: null }), 'invalid_type /data/attributes/name'],
  [attributes({ name: 'two\nlines' }), 'invalid_format /data/attributes/name'],
  [attributes({ name: 'x'.repeat(256) }), 'too_long /data/attributes/name'],
  [attributes({ 'a/b~c': 1 }), 'unknown_attribute /data/attributes/a~1b~0c'],
  [attributes({ stage: 'complete' }), 'read_only /data/attributes/stage'],
  [attributes({ level: 'level_4' }), 'invalid_enum /data/attributes/level'],
  [attributes({ level: 1 }), 'invalid_type /data/attributes/level'],
  [attributes({ duration: '60' }), 'invalid_type /data/attributes/duration'],
  [attributes({ duration: 1.5 }), 'invalid_type /data/attributes/duration'],
  [attributes({ duration: -1 }), 'out_of_range /data/attributes/duration'],
  [attributes({ auto_start: 'true' }), 'invalid_type /data/attributes/auto_start'],
  [attributes({ start_fixed: '2026-02-30T00:00:00Z' }), 'invalid_format /data/attributes/start_fixed'],
  [attributes({ start_fixed: '2026-03-01T00:00:00' }), 'invalid_format /data/attributes/start_fixed'],
  [attributes({ custom_field_values: {} }), 'invalid_type /data/attributes/custom_field_values'],
  [
    attributes({ task_links: [{ id: 5, link_type: 'runbook' }] }),
    'invalid_type /data/attributes/task_links/0/id',
  ],
  [attributes({ task_links: [{ id: '5' }] }), 'missing_attribute /data/attributes/task_links/0/link_type'],
  [attributes({ description: 'null \u0000 byte' }), 'invalid_format /data/attributes/description'],
  [relationships({ owner: { data: null } }), 'unknown_attribute /data/relationships/owner'],
  [relationships({ successors: { data: [] } }), 'read_only /data/relationships/successors'],
  [relationships({ stream: { data: [] } }), 'invalid_type /data/relationships/stream/data'],
  [
    relationships({ stream: { data: { type: 'stream', id: 1 } } }),
    'invalid_type /data/relationships/stream/data/id',
  ],
  [
    relationships({ stream: { data: { type: 'stream', id: 'x' } } }),
    'invalid_format /data/relationships/stream/data/id',
  ],
  [
    relationships({ stream: { data: { type: 'task', id: '1' } } }),
    'type_mismatch /data/relationships/stream/data/type',
  ],
  [relationships({ predecessors: { data: null } }), 'invalid_type /data/relationships/predecessors/data'],
  [relationships({ predecessors: { data: ['1'] } }), 'invalid_type /data/relationships/predecessors/data/0'],
  [relationships({ stream: null }), 'missing_relationship /data/relationships/stream/data'],
  [
    relationships({ stream: { data: { type: 'stream', id: '999999' } } }),
    'related_not_found /data/relationships/stream/data',
  ],
  [
    relationships({ task_type: { data: { type: 'task_type', id: '999999' } } }),
    'related_not_found /data/relationships/task_type/data',
  ],
])('%j is refused with %s', async (body, refusal) => {
  const answer = await server.send('POST', path, body)
  expect([answer.status, refusals(answer)]).toEqual([422, [refusal]])
})

test('every problem of a body is told at once', async () => {
  const wrong = await server.send(
    'POST',
    path,
    attributes({ name: '', duration: -1, stage: 'x', colour: 'red' }),
  )
  expect(refusals(wrong)).toEqual([
    'blank /data/attributes/name',
    'out_of_range /data/attributes/duration',
    'read_only /data/attributes/stage',
    'unknown_attribute /data/attributes/colour',
  ])
})

test.each([
  ['{"data":', 'invalid_json'],
  ['[]', 'invalid_document '],
  ['{"data":[]}', 'invalid_document /data'],
  ['{}', 'invalid_document /data'],
])('the body %s is no document', async (text, refusal) => {
  const answer = await server.send('POST', path, text, { 'content-type': 'application/json' })
  expect(answer.status).toBe(400)
  expect(refusals(answer)[0]).toContain(refusal)
})

test('a create needs a body, an action none', async () => {
  expect(refusals(await server.send('POST', path))).toEqual(['missing_body'])
  const made = dataOf(await server.send('POST', path, task({})))
  const headers = { 'content-type': 'application/json' }
  expect((await server.send('DELETE', `${path}/${made['id']}`, undefined, headers)).status).toBe(204)
})

test('a change may repeat the id of its path, and no other', async () => {
  const change = (data: object) => server.send('PATCH', `${path}/1`, { data: { type: 'task', ...data } })
  expect((await change({ attributes: {} })).status).toBe(200)
  expect((await change({ id: '1' })).status).toBe(200)
  expect((await change({ id: '01' })).status).toBe(200)
  expect(refusals(await change({ id: '2' }))).toEqual(['id_mismatch /data/id'])
  expect(refusals(await change({ id: 'x' }))).toEqual(['id_mismatch /data/id'])
  expect(refusals(await change({ id: 1 }))).toEqual(['invalid_type /data/id'])
})

test('a document of the JSON:API media type is read as well, and any other is not', async () => {
  const body = writeOf('task', { name: 'Typed' })
  const vendor = { 'content-type': 'application/vnd.api+json' }
  expect((await server.send('POST', path, body, vendor)).status).toBe(201)
  expect(refusals(await server.send('POST', path, body, { 'content-type': 'text/xml' }))).toEqual([
    'unsupported_media_type Content-Type',
  ])
})

test('the workspace of an archived workspace hides all that lies in it', async () => {
  const workspace = await plan.makeWorkspace()
  const runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  const place = `/core/workspaces/${workspace}`
  expect(refusals(await server.send('PATCH', `${place}/restore`))).toEqual(['not_archived'])
  expect(dataOf(await server.send('PATCH', `${place}/archive`))['attributes'].archived).toBe(true)
  for (const inside of [
    place,
    `${place}/folders`,
    `/core/runbooks/${runbook}`,
    `/core/runbooks/${runbook}/tasks/1`,
  ]) {
    expect([inside, (await server.send('GET', inside)).status]).toEqual([inside, 404])
    expect([inside, (await server.send('GET', `${inside}?archived=true`)).status]).toEqual([inside, 200])
  }
  expect((await server.send('PATCH', `${place}/archive`)).status).toBe(404)
  expect(refusals(await server.send('PATCH', `${place}/archive?archived=true`))).toEqual(['already_archived'])
  expect((await server.send('PATCH', `/core/runbooks/${runbook}/tasks/1/start`)).status).toBe(404)
  const inIt = await server.send('POST', '/core/runbooks', writeOf('runbook', { name: 'x' }, { workspace }))
  expect(refusals(inIt)).toEqual(['related_not_found /data/relationships/workspace/data'])
  const lists = ['/core/workspaces', `/core/runbooks?workspace_id=${workspace}`]
  for (const list of lists) {
    const { document } = await server.send('GET', list)
    expect(document['data'].map(({ id }: { id: string }) => id)).not.toContain(workspace)
  }
  dataOf(await server.send('PATCH', `${place}/restore`))
  expect((await server.send('GET', `/core/runbooks/${runbook}`)).status).toBe(200)
})

test('that a task or a stream is not there is judged before its body', async () => {
  for (const gone of [`${path}/999`, `${path.replace('/tasks', '/streams')}/999999`]) {
    const { status, document } = await server.send('PATCH', gone, { data: { type: 'nonsense' } })
    expect([status, document['errors'][0].code]).toEqual([404, 'not_found'])
  }
})
