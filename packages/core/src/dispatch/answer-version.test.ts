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
let template: string
let linked: string
let task: string
let child: string

const first = { 'api-version': '2022-02-22' }

/** A runbook whose only task links to a template. */
beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  linked = await plan.typeOf('task_types', 'linked')
  template = await plan.makeRunbook({ name: 'Inner', is_template: true })
  await plan.makeTask(template)
  const runbook = await plan.makeRunbook()
  task = `/core/runbooks/${runbook}/tasks/1`
  await plan.makeTask(runbook, linkTo(template), { task_type: linked })
  child = (await plan.get(task))['attributes'].task_links[0].id
})
afterAll(() => server.close())

const linkTo = (id: unknown) => ({ name: 'Call', task_links: [{ id, link_type: 'runbook' }] })
const linksOf = (resource: Document) => resource['attributes'].task_links as unknown

test.each([
  ['2022-02-22', '2022-02-22', true],
  ['2026-06-02', '2022-02-22', true],
  ['2026-06-03', '2026-06-03', false],
  ['2099-01-01', '2026-06-03', false],
  [undefined, '2026-06-03', false],
])(
  'Api-Version %s is answered with %s: ids of task links are numbers: %s',
  async (asked, told, areNumbers) => {
    const headers = asked === undefined ? {} : { 'api-version': asked }
    const links = [{ id: areNumbers ? Number(child) : child, link_type: 'runbook' }]
    const list = task.slice(0, -'/1'.length)
    for (const path of [task, list, `${list}?forecast=true`, `${list}?fields[task]=task_links`]) {
      const { status, document, headers: answered } = await server.send('GET', path, undefined, headers)
      expect([path, status, answered.get('api-version')]).toEqual([path, 200, told])
      expect([document['data']].flat().map(linksOf)).toEqual([links])
    }
    const without = await server.send('GET', `${task}?fields[task]=name`, undefined, headers)
    expect(Object.keys(dataOf(without)['attributes'])).toEqual(['name'])
  },
)

test('the older version takes what it tells, and strings as ever; the newer takes no numbers', async () => {
  const change = (id: unknown, headers: Record<string, string>) =>
    server.send('PATCH', task, writeOf('task', linkTo(id)), headers)
  for (const id of [Number(child), child]) {
    const changed = await change(id, first)
    expect(linksOf(dataOf(changed))).toEqual([{ id: Number(child), link_type: 'runbook' }])
  }
  const wrong = 'invalid_type /data/attributes/task_links/0/id'
  expect(refusals(await change(Number(child), {}))).toEqual([wrong])
  expect(refusals(await change(1.5, first))).toEqual([wrong])
  expect(linksOf(await plan.get(task))).toEqual([{ id: child, link_type: 'runbook' }])
})

test('what a key remembers is told in the version of whoever repeats it', async () => {
  const body = writeOf('task', linkTo(Number(child)))
  const send = (version: string) =>
    server.send('PATCH', task, body, { 'idempotency-key': 'both', 'api-version': version })
  expect(linksOf(dataOf(await send('2022-02-22')))).toEqual([{ id: Number(child), link_type: 'runbook' }])
  const repeated = await send('2026-06-03')
  expect(repeated.headers.get('idempotency-replayed')).toBe('true')
  expect(linksOf(dataOf(repeated))).toEqual([{ id: child, link_type: 'runbook' }])
})

test('what has not changed between versions is byte for byte the same', async () => {
  for (const path of ['/core/runbooks', '/core/me', '/core/task_types']) {
    const [older, newer] = [await server.send('GET', path, undefined, first), await server.send('GET', path)]
    expect(older.document).toEqual(newer.document)
  }
})

test('the default of a server may be an older version', async () => {
  const older = await startTestServer({
    connectionString: server.connectionString,
    settings: { apiVersion: '2022-02-22' },
  })
  expect(linksOf(dataOf(await older.send('GET', task)))).toEqual([
    { id: Number(child), link_type: 'runbook' },
  ])
  const newer = await older.send('GET', task, undefined, { 'api-version': '2026-06-03' })
  expect(linksOf(dataOf(newer))).toEqual([{ id: child, link_type: 'runbook' }])
  await older.close()
})
