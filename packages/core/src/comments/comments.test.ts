import {
  addPerson,
  buildRunbook,
  refusals,
  startTestServer,
  type TestServer,
  testRunbook,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let path: string

const saying = (content: string, task?: string) => ({
  data: {
    type: 'comment',
    attributes: { content },
    ...(task ? { relationships: { task: { data: { type: 'task', id: task } } } } : {}),
  },
})

const changing = (content: string) => ({ data: { type: 'comment', attributes: { content } } })

beforeAll(async () => {
  server = await startTestServer()
  const workspace = await server.send('POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name: 'Payments', key: 'payments' } },
  })
  const made = await server.send('POST', '/core/runbooks', {
    data: {
      type: 'runbook',
      attributes: { name: 'Failover' },
      relationships: { workspace: { data: { type: 'workspace', id: workspace.document['data'].id } } },
    },
  })
  path = `/core/runbooks/${made.document['data'].id}`
  await server.send('POST', `${path}/tasks`, {
    data: { type: 'task', attributes: { name: 'Stop the queue' } },
  })
})
afterAll(() => server.close())

test('what is said of a task is kept without foreign tags, counted at the task, and told in the log', async () => {
  const said = await server.send(
    'POST',
    `${path}/comments`,
    saying('<p>Lag is <b>zero</b></p><script>steal()</script>', '1'),
  )
  expect(said.status).toBe(201)
  expect(said.document['data']).toMatchObject({
    type: 'comment',
    attributes: { content: '<p>Lag is <b>zero</b></p>', featured: false },
    relationships: { task: { data: { type: 'task', id: '1' } } },
  })
  const listed = await server.send('GET', `${path}/comments?include=task,author`)
  expect(listed.document['included'].map(({ type }: { type: string }) => type)).toEqual(['task', 'user'])
  const task = await server.send('GET', `${path}/tasks/1`)
  expect(task.document['data'].attributes.comments_count).toBe(1)
  const log = await server.send('GET', '/core/action_logs?event=comment.added')
  expect(log.document['data'][0]).toMatchObject({
    attributes: { description: 'Owner commented on "#1 Stop the queue": Lag is zero' },
    relationships: { resource: { data: { type: 'comment', id: said.document['data'].id } } },
  })
})

test('comments come newest first, and by task', async () => {
  await server.send('POST', `${path}/comments`, saying('of the runbook'))
  const contents = async (query: string) => {
    const { document } = await server.send('GET', `${path}/comments${query}`)
    return document['data'].map(({ attributes }: { attributes: { content: string } }) => attributes.content)
  }
  const ofTask = '<p>Lag is <b>zero</b></p>'
  expect(await contents('')).toEqual(['of the runbook', ofTask])
  expect(await contents('?sort=created_at')).toEqual([ofTask, 'of the runbook'])
  expect(await contents('?task_id=1')).toEqual([ofTask])
  expect(await contents('?task_id=9223372036854775807')).toEqual([])
  expect(await contents('?created_before=2020-01-01')).toEqual([])
})

test('a comment that says nothing, is too long once it is escaped, or of a task that is not there, is refused', async () => {
  const blank = await server.send('POST', `${path}/comments`, saying('<p> \u200b</p><img src="x">'))
  expect(blank.status).toBe(422)
  expect(blank.document['errors'][0]).toMatchObject({
    code: 'blank',
    source: { pointer: '/data/attributes/content' },
  })
  const long = await server.send('POST', `${path}/comments`, saying('&'.repeat(20_000)))
  expect(long.document['errors'][0]).toMatchObject({ code: 'too_long' })
  const lost = await server.send('POST', `${path}/comments`, saying('hello', '99'))
  expect(lost.document['errors'][0]).toMatchObject({
    code: 'related_not_found',
    source: { pointer: '/data/relationships/task/data' },
  })
})

test('who said something changes it and deletes it; the log keeps what it said before', async () => {
  const runbook = testRunbook(server, path.split('/').at(-1) ?? '')
  const ada = await addPerson(server, runbook)
  const said = await server.send('POST', `${path}/comments`, saying('Lag is none', '1'), ada.headers)
  const own = `${path}/comments/${said.document['data'].id}`
  const count = async () =>
    (await server.send('GET', `${path}/tasks/1`)).document['data'].attributes.comments_count as number
  const before = await count()

  const changed = await server.send('PATCH', own, changing('Lag is <b>zero</b>'), {
    ...ada.headers,
    'if-match': (await server.send('GET', own)).headers.get('etag') ?? '',
  })
  expect(changed.document['data'].attributes.content).toBe('Lag is <b>zero</b>')
  expect((await server.send('GET', own)).document['data']).toEqual(changed.document['data'])
  const stale = await server.send('PATCH', own, changing('Lag?'), { ...ada.headers, 'if-match': '"1"' })
  expect(refusals(stale)).toEqual(['stale_resource If-Match'])
  expect(refusals(await server.send('PATCH', own, changing('<p> </p>'), ada.headers))).toEqual([
    'blank /data/attributes/content',
  ])
  const log = await server.send('GET', '/core/action_logs?event=comment.updated')
  expect(log.document['data'][0].attributes).toMatchObject({
    description: 'Ada changed a comment on "#1 Stop the queue"',
    changes: { content: ['Lag is none', 'Lag is <b>zero</b>'] },
  })

  expect((await server.send('DELETE', own, undefined, ada.headers)).status).toBe(204)
  expect((await server.send('GET', own)).status).toBe(404)
  expect((await server.send('PATCH', own, changing('x'), ada.headers)).status).toBe(404)
  expect(await count()).toBe(before - 1)
  const gone = await server.send('GET', '/core/action_logs?event=comment.deleted')
  expect(gone.document['data'][0].attributes.changes.content).toEqual(['Lag is <b>zero</b>', null])
})

test('nobody changes the words of others; administrators of the runbook feature them', async () => {
  const runbook = testRunbook(server, path.split('/').at(-1) ?? '')
  const [ada, ben, admin] = [
    await addPerson(server, runbook),
    await addPerson(server, runbook),
    await addPerson(server, runbook, 'runbook_admin'),
  ]
  const said = await server.send('POST', `${path}/comments`, saying('Ready'), ada.headers)
  const own = `${path}/comments/${said.document['data'].id}`
  const featured = { data: { type: 'comment', attributes: { featured: true } } }
  for (const { headers } of [ben, admin]) {
    expect(refusals(await server.send('PATCH', own, changing('Not ready'), headers))).toEqual([
      'insufficient_role',
    ])
    expect(refusals(await server.send('DELETE', own, undefined, headers))).toEqual(['insufficient_role'])
  }
  expect(refusals(await server.send('PATCH', own, featured, ben.headers))).toEqual(['insufficient_role'])
  expect((await server.send('PATCH', own, featured, admin.headers)).status).toBe(200)
  const found = await server.send('GET', `${path}/comments?featured=true`)
  const { created_at, updated_at } = found.document['data'][0].attributes
  expect(updated_at).toBe(created_at)
  expect(found.document['data'].map(({ id }: { id: string }) => id)).toEqual([said.document['data'].id])
})

test('what is said during a run stays as it is until the run has ended', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  await runbook.run('start')
  const said = await server.send('POST', `${runbook.path}/comments`, saying('It begins'))
  const own = `${runbook.path}/comments/${said.document['data'].id}`
  expect(refusals(await server.send('PATCH', own, changing('It began')))).toEqual(['comment_locked'])
  expect(refusals(await server.send('DELETE', own))).toEqual(['comment_locked'])
  const featured = { data: { type: 'comment', attributes: { featured: true } } }
  expect((await server.send('PATCH', own, featured)).status).toBe(200)
  await runbook.run('cancel')
  expect((await server.send('PATCH', own, changing('It began'))).status).toBe(200)
})
