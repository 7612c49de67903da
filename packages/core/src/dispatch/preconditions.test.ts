import {
  type Answer,
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
let workspace: string
let runbook: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
})
afterAll(() => server.close())

const changing = (path: string, attributes: object, headers: Record<string, string>) => {
  const [type = '', id] = path.split('/').slice(-2)
  return server.send('PATCH', path, { data: { type: type.replace(/s$/, ''), id, attributes } }, headers)
}

const etagOf = async (path: string) => (await server.send('GET', path)).headers.get('etag') ?? ''

const stale = 'stale_resource If-Match'

test('a change of any single resource is held against If-Match', async () => {
  const stream = await plan.makeStream(runbook)
  const made = await server.send(
    'POST',
    `/core/workspaces/${workspace}/folders`,
    writeOf('folder', { name: 'Drills' }),
  )
  const paths = [
    `/core/workspaces/${workspace}`,
    `/core/workspaces/${workspace}/folders/${dataOf(made)['id']}`,
    `/core/runbooks/${runbook}`,
    `/core/runbooks/${runbook}/tasks/1`,
    `/core/runbooks/${runbook}/streams/${stream}`,
  ]
  for (const path of paths) {
    const first = await etagOf(path)
    const changed = await changing(path, { name: 'One' }, { 'if-match': first })
    expect([path, changed.status]).toEqual([path, 200])
    const second = changed.headers.get('etag') ?? ''
    expect(second).not.toBe(first)
    expect(await etagOf(path)).toBe(second)
    const late = await changing(path, { name: 'Two' }, { 'if-match': first })
    expect([path, refusals(late)]).toEqual([path, [stale]])
    expect(late.document['errors'][0].meta).toEqual({ etag: second })
    expect((await changing(path, { name: 'Three' }, { 'if-match': `"0", ${second}` })).status).toBe(200)
    expect((await changing(path, { name: 'Four' }, { 'if-match': '*' })).status).toBe(200)
    expect((await plan.get(path))['attributes'].name).toBe('Four')
  }
})

test('a resource keeps its ETag while others change', async () => {
  const path = `/core/runbooks/${runbook}/tasks/1`
  const before = await etagOf(path)
  await plan.makeTask(runbook, { name: 'Another' })
  dataOf(await plan.change(`/core/runbooks/${runbook}`, { description: 'new' }))
  expect(await etagOf(path)).toBe(before)
})

test('actions and deletes are held against If-Match as well', async () => {
  const id = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(id)
  const path = `/core/runbooks/${id}`
  const wrong = { 'if-match': '"0"' }
  const run = { meta: { comms: 'off', run_type: 'live' } }
  expect(refusals(await server.send('PATCH', `${path}/start`, run, wrong))).toEqual([stale])
  expect(refusals(await server.send('PATCH', `${path}/archive`, undefined, wrong))).toEqual([stale])
  expect(refusals(await server.send('DELETE', path, undefined, wrong))).toEqual([stale])
  expect(refusals(await server.send('DELETE', `${path}/tasks/1`, undefined, wrong))).toEqual([stale])
  const [main] = (await plan.get(`${path}/streams`)) as unknown as Document[]
  expect(refusals(await server.send('DELETE', `${path}/streams/${main?.['id']}`, undefined, wrong))).toEqual([
    stale,
  ])
  for (const verb of ['pause', 'resume', 'cancel', 'return_to_planning', 'restore'])
    expect([verb, refusals(await server.send('PATCH', `${path}/${verb}`, undefined, wrong))]).toEqual([
      verb,
      [stale],
    ])
  dataOf(await server.send('PATCH', `${path}/start`, run, { 'if-match': await etagOf(path) }))
  for (const verb of ['start', 'finish'])
    expect(refusals(await server.send('PATCH', `${path}/tasks/1/${verb}`, undefined, wrong))).toEqual([stale])
  const skip = { meta: { comment: 'no' } }
  expect(refusals(await server.send('PATCH', `${path}/tasks/1/skip`, skip, wrong))).toEqual([stale])
  const place = `/core/workspaces/${workspace}`
  expect(refusals(await server.send('PATCH', `${place}/archive`, undefined, wrong))).toEqual([stale])
  expect(refusals(await server.send('PATCH', `${place}/restore`, undefined, wrong))).toEqual([stale])
})

const posting = (name: string, key: string) =>
  server.send('POST', '/core/runbooks', writeOf('runbook', { name }, { workspace }), {
    'idempotency-key': key,
  })

const isReplay = ({ headers }: Answer) => headers.get('idempotency-replayed') === 'true'

async function runbooksCalled(name: string): Promise<number> {
  const { document } = await server.send('GET', `/core/runbooks?query=${name}`)
  return document['meta'].page.total as number
}

test('a repeated create under one key happens once and is answered the same', async () => {
  const first = await posting('Once', 'create-1')
  const again = await posting('Once', 'create-1')
  expect([again.status, again.document]).toEqual([first.status, first.document])
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  expect([isReplay(first), isReplay(again)]).toEqual([false, true])
  expect(await runbooksCalled('Once')).toBe(1)
  const other = await posting('Twice', 'create-1')
  expect(refusals(other)).toEqual(['idempotency_key_conflict Idempotency-Key'])
  expect((await posting('Twice', 'create-2')).status).toBe(201)
})

test('repeats that come at the same time happen once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => posting('Concurrent', 'create-3')))
  expect(new Set(answers.map(({ document }) => document['data'].id)).size).toBe(1)
  expect(answers.filter((answer) => !isReplay(answer))).toHaveLength(1)
  expect(await runbooksCalled('Concurrent')).toBe(1)
})

test('a refused request may be sent again under its key, corrected or not', async () => {
  expect(refusals(await posting('', 'create-4'))).toEqual(['blank /data/attributes/name'])
  expect((await posting('Corrected', 'create-4')).status).toBe(201)
})

test('changes and deletes are repeated safely too', async () => {
  const key = (name: string) => ({ 'idempotency-key': name })
  const path = `/core/runbooks/${runbook}`
  const task = await plan.makeTask(runbook, { name: 'Gone soon' })
  const first = await changing(path, { name: 'Renamed' }, key('patch-1'))
  dataOf(await plan.change(path, { name: 'Since then' }))
  const again = await changing(path, { name: 'Renamed' }, key('patch-1'))
  expect(again.document).toEqual(first.document)
  expect((await plan.get(path))['attributes'].name).toBe('Since then')
  for (const attempt of [1, 2]) {
    const deleted = await server.send('DELETE', `${path}/tasks/${task}`, undefined, key('delete-1'))
    expect([attempt, deleted.status, deleted.document['text']]).toEqual([attempt, 204, ''])
  }
  for (const expected of [201, 201])
    expect(
      (await server.send('POST', `${path}/tasks/import`, 'Title\nImported\n', key('import-1'))).status,
    ).toBe(expected)
  const { document } = await server.send('GET', `${path}/tasks?search_term=Imported`)
  expect(document['data']).toHaveLength(1)
  const place = await changing(`/core/workspaces/${workspace}`, { name: 'Place' }, key('workspace-1'))
  const placeAgain = await changing(`/core/workspaces/${workspace}`, { name: 'Place' }, key('workspace-1'))
  expect([placeAgain.document, isReplay(placeAgain)]).toEqual([place.document, true])
})
