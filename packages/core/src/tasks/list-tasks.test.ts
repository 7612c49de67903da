import {
  addPerson,
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  startTestServer,
  type TestServer,
  testRunbook,
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

/** A runbook with tasks of these durations, by name, each after the ones that are named. */
async function planned(tasks: Readonly<Record<string, readonly [duration: number, ...after: string[]]>>) {
  const id = await plan.makeRunbook({ start_scheduled: '2097-01-01T00:00:00Z' })
  const names = Object.keys(tasks)
  for (const [name, [duration, ...after]] of Object.entries(tasks))
    await plan.makeTask(
      id,
      { name, duration },
      { predecessors: after.map((one) => `${names.indexOf(one) + 1}`) },
    )
  return { id, path: `/core/runbooks/${id}/tasks` }
}

test('forecast tells of all tasks on one page whatever is filtered, with floats and the critical path', async () => {
  // a 60 → c 30 is the long way; b 20 → c can slip by 40 s.
  const { path } = await planned({ a: [60], b: [20], c: [30, 'a', 'b'], d: [5] })
  const { document } = await server.send(
    'GET',
    `${path}?forecast=true&stage=complete&page[size]=1&search_term=a`,
  )
  expect(document['meta']).toMatchObject({ page: { number: 1, size: 4, total: 4, pages: 1 } })
  expect(document['meta'].as_of).toMatch(/Z$/)
  expect(document['links'].next).toBeNull()
  const told = (document['data'] as Document[]).map(({ attributes }) => [
    attributes.start_display,
    attributes.end_display,
    attributes.total_float,
    attributes.free_float,
    attributes.is_critical,
  ])
  const at = (seconds: number) =>
    new Date(Date.UTC(2097, 0, 1, 0, 0, seconds)).toISOString().replace('.000', '')
  expect(told).toEqual([
    [at(0), at(60), 0, 0, true],
    [at(0), at(20), 40, 40, false],
    [at(60), at(90), 0, 0, true],
    [at(0), at(5), 85, 85, false],
  ])
  const one = await plan.get(`${path}/2?forecast=true`)
  expect(one['attributes'].total_float).toBe(40)
  const sparse = await server.send(
    'GET',
    `${path}?forecast=true&fields[task]=name,start_display,predecessors`,
  )
  expect(sparse.document['data'][2]).toMatchObject({
    attributes: { name: 'c', start_display: at(60) },
    relationships: { predecessors: { data: [{ id: '1' }, { id: '2' }] } },
  })
})

test('the filters of the list narrow it, together', async () => {
  const { id, path } = await planned({ 'Drain queue': [60], 'Switch over': [30], 'Check queue': [10] })
  const stream = await plan.makeStream(id)
  const milestone = await plan.typeOf('task_types', 'milestone')
  const person = await addPerson(server, testRunbook(server, id))
  dataOf(await plan.change(`${path}/2`, { level: 'level_1' }, { stream, task_type: milestone }))
  dataOf(await plan.change(`${path}/3`, {}, { assignees: [person.id] }))
  const remark = writeOf('comment', { content: 'Done <script>x</script>twice' }, { task: '1' })
  dataOf(await server.send('POST', `/core/runbooks/${id}/comments`, remark))
  const of = async (query: string) => {
    const { document } = await server.send('GET', `${path}?${query}`)
    return (document['data'] as Document[]).map(({ id: number }) => number as string)
  }
  expect(await of('search_term=QUEUE')).toEqual(['1', '3'])
  expect(await of('search_term=%232')).toEqual(['2'])
  expect(await of(`stream_id=${stream}`)).toEqual(['2'])
  expect(await of(`task_type_id=${milestone}`)).toEqual(['2'])
  expect(await of('level=1')).toEqual(['2'])
  expect(await of('level=level_3,2')).toEqual(['1', '3'])
  expect(await of('has_comments=true')).toEqual(['1'])
  expect(await of('has_comments=false&search_term=queue')).toEqual(['3'])
  expect(await of(`user_id=${person.id}`)).toEqual(['3'])
  expect(await of('runbook_team_id=1')).toEqual([])
  expect(await of('source_runbook_id=1')).toEqual([])
  expect(await of('is_late=true')).toEqual([])
  expect(await of('completion_type=complete_skipped')).toEqual([])
  dataOf(
    await server.send('PATCH', `/core/runbooks/${id}/start`, { meta: { comms: 'off', run_type: 'live' } }),
  )
  dataOf(await server.send('PATCH', `${path}/1/start`))
  dataOf(await server.send('PATCH', `${path}/3/skip`, { meta: { comment: 'not needed' } }))
  expect(await of('stage=in-progress')).toEqual(['1'])
  expect(await of('stage[]=startable&stage[]=in_progress')).toEqual(['1', '2'])
  expect(await of('stage=default')).toEqual([])
  expect(await of('completion_type=complete_skipped')).toEqual(['3'])
})

test('the list is sorted by what has no value last, and paged', async () => {
  const { path } = await planned({ 'b 10': [30], 'b 9': [10], a: [20] })
  await server.send('POST', path, writeOf('task', { name: 'c' }))
  const of = async (query: string) => {
    const { document } = await server.send('GET', `${path}?${query}`)
    return (document['data'] as Document[]).map(({ attributes }) => attributes.name as string)
  }
  expect(await of('sort=name')).toEqual(['a', 'b 9', 'b 10', 'c'])
  expect(await of('sort=duration')).toEqual(['b 9', 'a', 'b 10', 'c'])
  expect(await of('sort=-duration')).toEqual(['b 10', 'a', 'b 9', 'c'])
  expect(await of('sort=-end_planned,name&page[limit]=2&page[offset]=1')).toEqual(['a', 'b 9'])
  expect(await of('sort=-id&page=2&page[size]=3')).toEqual(['b 10'])
})

test('include brings the resources that tasks point at, each once', async () => {
  const { id, path } = await planned({ a: [60], b: [30, 'a'] })
  const person = await addPerson(server, testRunbook(server, id))
  for (const number of [1, 2]) dataOf(await plan.change(`${path}/${number}`, {}, { assignees: [person.id] }))
  dataOf(
    await server.send('PATCH', `/core/runbooks/${id}/start`, { meta: { comms: 'off', run_type: 'live' } }),
  )
  dataOf(await server.send('PATCH', `${path}/1/start`))
  const { document } = await server.send(
    'GET',
    `${path}?include=assignees,stream,task_type,task_actions,predecessors,started_by,runbook_version&fields[user]=name`,
  )
  const told = (document['included'] as Document[]).map(({ type }) => type as string).sort()
  expect(told).toEqual(['runbook_version', 'stream', 'task', 'task_action', 'task_type', 'user', 'user'])
  const action = (document['included'] as Document[]).find(({ type }) => type === 'task_action')
  expect(action?.['attributes'].action).toBe('start')
  const single = await server.send('GET', `${path}/1?include=task_actions`)
  expect(single.document['included']).toEqual([action])
  expect(single.document['data'].relationships.task_actions.data).toHaveLength(1)
})
