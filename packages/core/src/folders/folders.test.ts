import { startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let workspace: string
let other: string

const write = (name: string | undefined, parent?: string | null, id?: string) => ({
  data: {
    type: 'folder',
    ...(id ? { id } : {}),
    ...(name ? { attributes: { name } } : {}),
    ...(parent === undefined
      ? {}
      : { relationships: { parent: { data: parent && { type: 'folder', id: parent } } } }),
  },
})

const folders = () => `/core/workspaces/${workspace}/folders`

async function make(name: string, parent?: string): Promise<string> {
  const { status, document } = await server.send('POST', folders(), write(name, parent))
  expect(status).toBe(201)
  return document['data'].id
}

beforeAll(async () => {
  server = await startTestServer()
  const made = async (key: string) =>
    (
      await server.send('POST', '/core/workspaces', {
        data: { type: 'workspace', attributes: { name: key, key } },
      })
    ).document['data'].id as string
  workspace = await made('payments')
  other = await made('identity')
})
afterAll(() => server.close())

test('a folder is told with its parent, its place and what the caller may do', async () => {
  const drills = await make('Drills')
  const spring = await make('Spring', drills)
  const { status, document, headers } = await server.send('GET', `${folders()}/${spring}`)
  expect(status).toBe(200)
  expect(document['data']).toMatchObject({
    type: 'folder',
    id: spring,
    attributes: { name: 'Spring', description: '' },
    relationships: {
      parent: { data: { type: 'folder', id: drills } },
      workspace: { data: { type: 'workspace', id: workspace } },
    },
    links: { self: `${folders()}/${spring}` },
  })
  expect(document['data'].meta.permissions).toContainEqual({ type: 'destroy', resource: 'folder' })
  expect(headers.get('etag')).toMatch(/^"\d+"$/)
})

test('a list is searched, sorted and paged, and tells how many there are in all', async () => {
  for (const name of ['Wave 2', 'Wave 1', 'Wave 3']) await make(name)
  const { document } = await server.send(
    'GET',
    `${folders()}?query=wave&sort=-name&page[size]=2&include=workspace`,
  )
  expect(document['data'].map(({ attributes }: { attributes: { name: string } }) => attributes.name)).toEqual(
    ['Wave 3', 'Wave 2'],
  )
  expect(document['meta'].page).toMatchObject({ total: 3, pages: 2 })
  expect(document['included'].map(({ type, id }: { type: string; id: string }) => [type, id])).toEqual([
    ['workspace', workspace],
  ])
})

test('a folder cannot be moved under itself or under what lies in it', async () => {
  const top = await make('Top')
  const middle = await make('Middle', top)
  const bottom = await make('Bottom', middle)
  const moved = await server.send('PATCH', `${folders()}/${top}`, write(undefined, bottom, top))
  expect(moved.status).toBe(422)
  expect(moved.document['errors'][0]).toMatchObject({
    code: 'circular_dependency',
    source: { pointer: '/data/relationships/parent/data' },
    meta: { path: ['Top', 'Bottom', 'Middle', 'Top'] },
  })
  const onItself = await server.send('PATCH', `${folders()}/${top}`, write(undefined, top, top))
  expect(onItself.document['errors'][0]).toMatchObject({
    detail: 'The folder would lie in itself: Top → Top.',
    meta: { path: ['Top', 'Top'] },
  })
  const free = await server.send('PATCH', `${folders()}/${middle}`, write('Centre', null, middle))
  expect(free.document['data']).toMatchObject({
    attributes: { name: 'Centre' },
    relationships: { parent: { data: null } },
  })
})

test('a parent must lie in the same workspace', async () => {
  const { document } = await server.send('GET', `/core/workspaces/${other}/folders`)
  const foreign = document['data'][0].id
  const { status, document: refused } = await server.send('POST', folders(), write('Lost', foreign))
  expect(status).toBe(422)
  expect(refused['errors'][0]).toMatchObject({
    code: 'related_not_found',
    source: { pointer: '/data/relationships/parent/data' },
  })
  expect((await server.send('GET', `${folders()}/${foreign}`)).status).toBe(404)
})

test('a folder with something in it, and the default one, cannot be deleted', async () => {
  const full = await make('Full')
  const inside = await make('Inside', full)
  const refused = await server.send('DELETE', `${folders()}/${full}`)
  expect(refused.document['errors'][0]).toMatchObject({
    code: 'folder_not_empty',
    meta: { runbooks: 0, folders: 1 },
  })
  expect((await server.send('DELETE', `${folders()}/${inside}`)).status).toBe(204)
  expect((await server.send('DELETE', `${folders()}/${full}`)).status).toBe(204)
  expect((await server.send('GET', `${folders()}/${full}`)).status).toBe(404)

  const { document } = await server.send('GET', `${folders()}?query=default`)
  const kept = await server.send('DELETE', `${folders()}/${document['data'][0].id}`)
  expect(kept.document['errors'][0]).toMatchObject({
    code: 'validation_failed',
    meta: { reason: 'default_folder' },
  })
})

test('a change that does not match the folder as it stands is refused', async () => {
  const id = await make('Stale')
  const { headers } = await server.send('GET', `${folders()}/${id}`)
  const match = { 'if-match': headers.get('etag') ?? '' }
  const first = await server.send('PATCH', `${folders()}/${id}`, write('Fresh', undefined, id), match)
  expect(first.status).toBe(200)
  const second = await server.send('PATCH', `${folders()}/${id}`, write('Late', undefined, id), match)
  expect(second.document['errors'][0].code).toBe('stale_resource')
})
