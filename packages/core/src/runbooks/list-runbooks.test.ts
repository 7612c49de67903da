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
let workspace: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
})
afterAll(() => server.close())

async function list(query: string): Promise<{ names: string[]; document: Document }> {
  const { document } = await server.send('GET', `/core/runbooks?workspace_id=${workspace}&${query}`)
  const data = document['data'] as Document[]
  return { names: data.map(({ attributes }) => attributes.name as string), document }
}

const create = (attributes: object, links = {}, meta?: object) =>
  server.send('POST', '/core/runbooks', writeOf('runbook', attributes, { workspace, ...links }, meta))

test('a list and a single answer show the same runbook', async () => {
  await create({ name: 'Told alone' })
  const { document } = await list('query=Told%20alone')
  const [listed] = document['data']
  expect(await plan.get(`/core/runbooks/${listed.id}`)).toEqual(listed)
})

test('the filters of the list narrow it, together', async () => {
  const place = await plan.get(`/core/workspaces/${workspace}/folders`)
  const folder = dataOf(
    await server.send('POST', `/core/workspaces/${workspace}/folders`, writeOf('folder', { name: 'Drills' })),
  )['id'] as string
  const recovery = await plan.typeOf('runbook_types', 'dynamic-runbook')
  const field = await plan.makeField({
    name: 'environment',
    display_name: 'Environment',
    apply_to: 'runbook_add_edit',
  })
  const review = await plan.makeField({ name: 'dashboard:review:cause', apply_to: 'runbook_add_edit' })
  await create(
    {
      name: 'Filtered: pay',
      status: 'red',
      custom_field_values: [
        { custom_field_id: field, value: 'Production' },
        { custom_field_id: review, value: 'disk: full' },
      ],
    },
    { folder },
  )
  await create({ name: 'Filtered: mail', is_template: true }, { runbook_type: recovery })
  await create({ name: 'Filtered: snip', template_type: 'snippet' })
  const of = async (query: string) =>
    (await list(`query=Filtered&sort=name&${query}`)).names.map((n) => n.slice(10))
  expect(await of('')).toEqual(['mail', 'pay', 'snip'])
  expect(await of(`folder_id=${folder}`)).toEqual(['pay'])
  expect(await of(`folder_id=${(place as unknown as Document[])[0]?.['id']}`)).toEqual(['mail', 'snip'])
  expect(await of('is_template=true')).toEqual(['mail', 'snip'])
  expect(await of('is_template=false')).toEqual(['pay'])
  expect(await of('template_type=snippet')).toEqual(['snip'])
  expect(await of('template_type=default,off')).toEqual(['mail', 'pay'])
  expect(await of(`runbook_type_id=${recovery}`)).toEqual(['mail'])
  expect(await of('status=red,amber')).toEqual(['pay'])
  expect(await of('stage=planning')).toEqual(['mail', 'pay', 'snip'])
  expect(await of('stage=active,complete')).toEqual([])
  expect(await of('run_type=live,rehearsal')).toEqual([])
  expect(await of('custom_field_values=Environment:Production')).toEqual(['pay'])
  expect(await of('custom_field_values=environment:Production&status=off')).toEqual([])
  expect(await of('custom_field_values=nothing:Production')).toEqual([])
  expect(await of('custom_field_values=dashboard:review:cause:disk: full')).toEqual(['pay'])
  expect(await of('custom_field_values=dashboard:review:cause:disk')).toEqual([])
  expect(await of('created_before=2020-01-01')).toEqual([])
  expect(await of('created_after=2020-01-01&updated_after=2020-01-01T00:00:00Z')).toEqual([
    'mail',
    'pay',
    'snip',
  ])
  expect(await of('filter[status]=red')).toEqual(['pay'])
  const wrong = await server.send('GET', '/core/runbooks?custom_field_values=Production')
  expect(refusals(wrong)).toEqual(['invalid_parameter custom_field_values'])
})

test('every style of paging walks the whole list by its links', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await create({ name: `Paged ${name}` })
  const styles = ['page[size]=2', 'page=1&page[size]=2', 'page[limit]=2', 'page[limit]=2&page[offset]=0']
  for (const style of styles) {
    const names: string[] = []
    let path: string | undefined = `/core/runbooks?query=Paged&sort=-name&${style}`
    while (path !== undefined) {
      const { document } = await server.send('GET', path)
      expect(document['meta'].page).toMatchObject({ size: 2, total: 5, pages: 3 })
      expect(document['links'].last).toEqual(expect.any(String))
      names.push(...(document['data'] as Document[]).map(({ attributes }) => attributes.name as string))
      const next = document['links'].next as string | null
      path = next === null ? undefined : next.slice(server.url.length)
    }
    expect(names).toEqual(['Paged e', 'Paged d', 'Paged c', 'Paged b', 'Paged a'])
  }
  const { document } = await server.send('GET', '/core/runbooks?query=Paged&page[limit]=2&page[offset]=4')
  expect(document['meta']).toMatchObject({ total: 5, limit: 2, offset: 4 })
  expect(document['links'].next).toBeNull()
})

test('the list is sorted by several fields, and by the schedule', async () => {
  await create({ name: 'Sorted late', start_scheduled: '2098-01-01T00:00:00Z' })
  await create({ name: 'Sorted early', start_scheduled: '2097-01-01T00:00:00Z' })
  await create({ name: 'Sorted early', start_scheduled: '2099-01-01T00:00:00Z' })
  const starts = async (sort: string) =>
    ((await list(`query=Sorted&sort=${sort}`)).document['data'] as Document[]).map(({ attributes }) =>
      Number((attributes.start_planned as string).slice(2, 4)),
    )
  expect(await starts('start_planned')).toEqual([97, 98, 99])
  expect(await starts('-end_planned')).toEqual([99, 98, 97])
  expect(await starts('name,-start_planned')).toEqual([99, 97, 98])
  expect(await starts('created_at')).toEqual([98, 97, 99])
  expect(await starts('-touched_at')).toEqual([99, 97, 98])
})

test('fields select attributes and relationships, and included resources follow their own fields', async () => {
  await create({ name: 'Told in part' })
  const { document } = await list(
    'query=Told%20in%20part&fields[runbook]=name,workspace&fields[workspace]=key&include=workspace,folder,author',
  )
  expect(document['data'][0].attributes).toEqual({ name: 'Told in part' })
  expect(Object.keys(document['data'][0].relationships)).toEqual(['workspace'])
  const byType = Object.fromEntries((document['included'] as Document[]).map((one) => [one['type'], one]))
  expect(Object.keys(byType).sort()).toEqual(['folder', 'user', 'workspace'])
  expect(Object.keys(byType['workspace']?.['attributes'] as object)).toEqual(['key'])
})

test('a copy says where it comes from, in the list and alone, and is found by it', async () => {
  const source = await plan.makeRunbook({ name: 'Origin' }, { workspace })
  const copy = await plan.makeRunbook({ name: 'Copy' }, {}, { copy: { source_runbook_id: source } })
  const { document } = await list(`source_runbook_id=${source}&include=source_runbook`)
  expect(document['data'].map(({ id }: Document) => id)).toEqual([copy])
  expect(document['data'][0].relationships.source_runbook.data).toEqual({ type: 'runbook', id: source })
  expect(document['included'].map(({ id }: Document) => id)).toEqual([source])
})

test('a run under way tells its forecast end, and from when that moves with the clock; nothing else does', async () => {
  const runbook = await plan.makeRunbook({ name: 'Under way' }, { workspace })
  const task = await plan.makeTask(runbook, { name: 'Alone', duration: 600 })
  const told = async () => {
    const { document } = await list('query=Under%20way')
    const { end_forecast, end_moves_from } = document['data'][0].attributes
    return [end_forecast, end_moves_from].map((text) => (text === null ? null : Date.parse(text) / 1_000))
  }
  const act = (path: string, meta?: object) =>
    server.send('PATCH', `/core/runbooks/${runbook}${path}`, meta ? { meta } : undefined)
  expect(await told()).toEqual([null, null])

  await act('/start', { run_type: 'rehearsal', comms: 'off' })
  const [waiting, since] = await told()
  // Nobody has started it: from now on each second makes the end a second later.
  expect(Number(waiting) - Number(since)).toBe(600)

  await act(`/tasks/${task}/start`)
  const [running, until] = await told()
  // It runs: the end stands until its duration is over.
  expect(until).toBe(running)

  await act(`/tasks/${task}/finish`)
  expect(await told()).toEqual([null, null])
})
