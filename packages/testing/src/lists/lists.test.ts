import { type Endpoint, endpoints, includesOf, type Parameter, writeCursor } from '@runsheet/contract'
import { type Document, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../planning/index.ts'
import { addingTo, type Places, pathWith } from './more-records.ts'
import { makePlaces } from './places.ts'
import { walk } from './walk.ts'

let server: TestServer
let places: Places
let count = 0

const lists = Object.entries<Endpoint>(endpoints).flatMap(([name, endpoint]) =>
  endpoint.method === 'GET' && endpoint.answer.kind === 'list'
    ? [{ name, endpoint, answer: endpoint.answer }]
    : [],
)

beforeAll(async () => {
  server = await startTestServer()
  places = await makePlaces(server)
  for (const { name } of lists) for (let n = 0; n < 3; n += 1) await add(name)
}, 60_000)
afterAll(() => server.close())

async function add(name: string): Promise<void> {
  count += 1
  await addingTo(name)?.(server, places, count)
}

const withQuery = (endpoint: Endpoint, ...query: readonly string[]) =>
  `${pathWith(endpoint, places)}?${query.filter((part) => part !== '').join('&')}`

async function read(path: string): Promise<{ data: Document[]; included: readonly Document[] }> {
  const { status, document } = await server.send('GET', path)
  expect([path, status]).toEqual([path, 200])
  return { data: document['data'] as Document[], included: (document['included'] ?? []) as Document[] }
}

test.each(lists)(
  '$name: all four styles of paging tell the same, in one order, by absolute links',
  async (list) => {
    const { name, endpoint, answer } = list
    const [attribute = ''] = Object.keys(endpoint.resource.attributes)
    const fields = `fields[${endpoint.resource.type}]=${attribute}`
    const max = answer.page?.max ?? 100
    const whole = await walk(server, withQuery(endpoint, `page[size]=${max}`, fields))
    const total = whole.ids.length
    expect([name, total]).toEqual([name, Math.max(total, addingTo(name) ? 3 : 0)])
    const size = Math.min(max, Math.max(1, Math.ceil(total / 3)))
    const styles = [
      `page[size]=${size}`,
      `page=1&page[size]=${size}`,
      `page[limit]=${size}`,
      `cursor=&page[size]=${size}`,
    ]
    for (const style of styles) {
      const { ids, totals, links } = await walk(server, withQuery(endpoint, fields, style))
      expect(ids).toEqual(whole.ids)
      expect(new Set(totals)).toEqual(new Set([total]))
      const begin = `${server.url}${pathWith(endpoint, places)}?${encodeURIComponent(`fields[${endpoint.resource.type}]`)}=${attribute}&`
      expect(links.filter((link) => !link.startsWith(begin))).toEqual([])
    }
    expect(new Set(whole.ids).size).toBe(total)
  },
)

test.each(lists)(
  '$name: who follows next while others add to it gets every record once',
  async ({ name, endpoint, answer }) => {
    const { sort = [] } = answer
    for (const order of ['', ...sort.flatMap((field) => [`sort=${field}`, `sort=-${field}`])]) {
      const before = (await walk(server, withQuery(endpoint, order, 'page[size]=100'))).ids
      const size = Math.max(1, Math.ceil(before.length / 3))
      for (const style of [
        `page[size]=${Math.min(100, size)}`,
        `cursor=${writeCursor(0, Math.min(100, size))}`,
      ]) {
        let added = 0
        // A list that grows as fast as it is read has no end.
        const addSome = async () => (added++ < 3 ? add(name) : undefined)
        const { ids } = await walk(server, withQuery(endpoint, order, style), addSome)
        expect([order, ids.length]).toEqual([order, new Set(ids).size])
        expect([order, before.filter((id) => !ids.includes(id))]).toEqual([order, []])
      }
    }
  },
)

/** What stands in filters whose text has a form. */
const texts: Readonly<Record<string, string>> = {
  event: 'task.created',
  custom_field_values: 'site:EU',
  path: '/core/workspaces',
}

/** A value that a filter takes. */
function valueFor(name: string, { schema }: Parameter): string {
  const own = (schema['items'] ?? schema) as {
    type?: string
    enum?: string[]
    format?: string
    pattern?: string
  }
  if (own.enum) return own.enum[0] ?? ''
  if (own.type === 'boolean') return 'true'
  if (own.format === 'date-time') return '2020-01-01'
  if (own.pattern) return places[name] ?? '1'
  return texts[name] ?? 'a'
}

/** Filters that mean something only together with another one. */
function companionsOf(name: string, { query }: Endpoint): readonly string[] {
  const runbook = `runbook_id=${places['runbook_id']}`
  if (['task_id', 'stream_id'].includes(name) && query['runbook_id']) return [runbook]
  if (name === 'resource_id') return ['resource_type=workspace']
  if (name === 'method') return [`path=/core/runbooks/${places['runbook_id']}`]
  return name === 'path' ? ['method=GET'] : []
}

/** The ids of a list, or why there are none. */
async function outcomeOf(path: string): Promise<readonly string[]> {
  const { status, document } = await server.send('GET', path)
  if (status === 200) return (document['data'] as Document[]).map(({ id }) => id as string)
  return (document['errors'] as Document[]).map(({ code }) => code as string)
}

test.each(lists)('$name: every spelling of a filter means the same', async ({ endpoint }) => {
  for (const [name, parameter] of Object.entries<Parameter>(endpoint.query)) {
    const value = encodeURIComponent(valueFor(name, parameter))
    const told = (spelling: string) =>
      outcomeOf(withQuery(endpoint, `${spelling}=${value}`, ...companionsOf(name, endpoint)))
    const plain = await told(name)
    expect([name, plain]).not.toEqual([name, ['unknown_parameter']])
    const others = [`filter[${name}]`, ...(parameter.list ? [`${name}[]`] : []), ...(parameter.aliases ?? [])]
    for (const spelling of others) expect([spelling, await told(spelling)]).toEqual([spelling, plain])
  }
  const { archived } = endpoint.query
  expect(archived?.aliases ?? ['archive']).toContain('archive')
})

/** Tasks are included where the list is of one runbook. */
const ofRunbook = ({ query }: Endpoint) => (query['runbook_id'] ? `runbook_id=${places['runbook_id']}` : '')

const keyOf = ({ type, id }: { type?: unknown; id?: unknown }) => `${String(type)} ${String(id)}`

test.each(lists)(
  '$name: a record is the same in the list and alone, where its link says, with all that it includes',
  async ({ endpoint }) => {
    const single = Object.values<Endpoint>(endpoints).find(
      ({ method, path, answer }) =>
        method === 'GET' && path === `${endpoint.path}/:id` && answer.kind === 'resource',
    )
    const include = includesOf(endpoint)
    const query = include.length > 0 ? `include=${include.join(',')}` : ''
    const { data, included } = await read(withQuery(endpoint, query, ofRunbook(endpoint)))
    if (!single) return
    expect(includesOf(single)).toEqual(expect.arrayContaining([...include]))
    const known = new Map(included.map((resource) => [keyOf(resource), resource]))
    for (const listed of data.slice(0, 4)) {
      const path = withQuery(single, query).replace('/0?', `/${String(listed['id'])}?`)
      const { status, document } = await server.send('GET', path)
      expect([path, status]).toEqual([path, 200])
      expect(dataOf({ status, document } as never)).toEqual(listed)
      expect(listed['links'].self).toBe(path.split('?')[0])
      for (const resource of (document['included'] ?? []) as Document[])
        expect(resource).toEqual(known.get(keyOf(resource)))
    }
  },
)

test.each(lists)(
  '$name: each relationship can be included, and brings what it points at',
  async ({ endpoint }) => {
    for (const name of includesOf(endpoint)) {
      const { data, included } = await read(withQuery(endpoint, `include=${name}`, ofRunbook(endpoint)))
      const pointed = new Set(
        data.flatMap(({ relationships }) => [relationships[name].data ?? []].flat().map(keyOf)),
      )
      expect(included.filter((resource) => !pointed.has(keyOf(resource)))).toEqual([])
      const isMixed = (endpoint.resource.relationships[name]?.types.length ?? 0) > 1
      const told = new Set(included.map(keyOf))
      const absent = isMixed ? [] : [...pointed].filter((key) => !told.has(key))
      expect([name, absent]).toEqual([name, []])
    }
  },
)
