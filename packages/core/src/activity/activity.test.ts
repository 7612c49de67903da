import { readFile } from 'node:fs/promises'
import { insertToken } from '@runsheet/core'
import { grantRole, joinRunbook, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventNames } from '../events/event.ts'
import { shownEvents } from './event-names.ts'
import { eventSpellings, eventsCalled } from './event-spellings.ts'

const MIRA = 'b'.repeat(48)
const asMira = { authorization: `Bearer ${MIRA}` }

let server: TestServer
let runbook: string
let hidden: string
let mira: string

async function create(path: string, type: string, attributes: object, relationships: object = {}) {
  const { status, document } = await server.send('POST', path, { data: { type, attributes, relationships } })
  expect(document['errors']).toBeUndefined()
  expect(status).toBe(201)
  return document['data'].id as string
}

beforeAll(async () => {
  server = await startTestServer()
  const row = await server.core.database.writes.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('app_user')
      .values({
        email: 'mira@example.com',
        first_name: 'Mira',
        last_name: 'Okafor',
        unique_id: null,
        password_hash: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertToken(trx, added.id, MIRA, 'test')
    return added
  })
  mira = String(row.id)
  const workspace = await create('/core/workspaces', 'workspace', { name: 'Payments', key: 'payments' })
  const inside = { workspace: { data: { type: 'workspace', id: workspace } } }
  runbook = await create('/core/runbooks', 'runbook', { name: 'Failover' }, inside)
  hidden = await create('/core/runbooks', 'runbook', { name: 'Secret' }, inside)
  await grantRole(server, mira, 'developer')
  await joinRunbook(server, { path: `/core/runbooks/${runbook}` }, mira)
  await create(
    `/core/runbooks/${runbook}/tasks`,
    'task',
    { name: 'Stop the queue' },
    { assignees: { data: [{ type: 'user', id: mira }] } },
  )
  await server.send('PATCH', `/core/runbooks/${runbook}/start`, {
    meta: { comms: 'off', run_type: 'rehearsal' },
  })
  await server.send('PATCH', `/core/runbooks/${runbook}/tasks/1/start`, undefined, asMira)
})
afterAll(() => server.close())

test('every event has a sentence, and every spelling of a filter stands for events that exist', () => {
  expect(Object.keys(shownEvents)).toEqual([...eventNames])
  for (const spelling of eventSpellings) expect(eventsCalled(spelling).length).toBeGreaterThan(0)
})

test('every event is documented, and no other', async () => {
  const named = async (page: string, from: string, to: string) => {
    const text = await readFile(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8')
    const part = text.slice(text.indexOf(from), text.indexOf(to))
    return [...part.matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(([, name = '']) => name)
  }
  const ofRunbooks = await named('api.md', 'The names of events:', 'After a break')
  const others = await named('audit.md', '## What is logged', '## Anchors')
  expect([...ofRunbooks, ...others].sort()).toEqual([...eventNames].sort())
})

test('the audit trail tells who did what, where, and what changed, the newest first', async () => {
  const { status, document } = await server.send('GET', `/core/action_logs?runbook_id=${runbook}`)
  expect(status).toBe(200)
  const [last] = document['data']
  expect(last).toMatchObject({
    type: 'action_log',
    attributes: {
      event: 'task.started',
      description: 'Mira Okafor started task "#1 Stop the queue"',
      changes: { stage: ['startable', 'in_progress'] },
    },
    relationships: {
      author: { data: { type: 'user', id: mira } },
      resource: { data: { type: 'task', id: '1' } },
      context: { data: { type: 'runbook', id: runbook } },
    },
  })
  const sequences = document['data'].map(
    ({ attributes }: { attributes: { sequence: number } }) => attributes.sequence,
  )
  expect(sequences).toEqual([...sequences].sort((a, b) => b - a))
  expect(document['meta'].page.total).toBe(sequences.length)
})

test('the audit trail is filtered by person and by event, dotted or in the older spelling', async () => {
  const named = async (query: string) => {
    const { document } = await server.send('GET', `/core/action_logs?${query}`)
    return document['data'].map(({ attributes }: { attributes: { event: string } }) => attributes.event)
  }
  expect(await named(`user_id=${mira}`)).toEqual(['task.started'])
  expect(await named(`runbook_id=${runbook}&event=task_start`)).toEqual(['task.started'])
  expect(await named(`runbook_id=${runbook}&event=runbook.created,run.started&sort=created_at`)).toEqual([
    'runbook.created',
    'run.started',
  ])
  const { status, document } = await server.send('GET', '/core/action_logs?event=task_begin')
  expect(status).toBe(400)
  expect(document['errors'][0]).toMatchObject({
    code: 'invalid_filter_value',
    source: { parameter: 'event' },
  })
  expect(document['errors'][0].meta.allowed).toContain('task.started')
})

test('a participant sees what happened in the own runbooks and nothing else', async () => {
  const { document } = await server.send('GET', '/core/action_logs?page[size]=100', undefined, asMira)
  const contexts = new Set(
    document['data'].map(
      ({
        relationships,
      }: {
        relationships: Record<string, { data: { type: string; id: string } | null }>
      }) => {
        const { resource, context } = relationships
        return resource?.data?.type === 'runbook' ? resource.data.id : context?.data?.id
      },
    ),
  )
  expect([...contexts]).toEqual([runbook])
  const none = await server.send('GET', `/core/action_logs?runbook_id=${hidden}`, undefined, asMira)
  expect(none.document['meta'].page.total).toBe(0)
})

test('whoever owns the instance sees what happened to it, with the workspace as its place', async () => {
  const { document } = await server.send('GET', '/core/action_logs?event=workspace.created')
  expect(document['data']).toHaveLength(1)
  expect(document['data'][0]).toMatchObject({
    attributes: { description: 'Owner created workspace "Payments"' },
    relationships: { resource: { data: { type: 'workspace' } }, context: { data: null } },
  })
})

test('the feed tells the same as sentences, with changes as a list', async () => {
  const { document } = await server.send(
    'GET',
    `/core/activities?runbook_id=${runbook}&include=activist,trackable`,
  )
  expect(document['data'][0]).toMatchObject({
    type: 'activity',
    attributes: { key: 'task.started', starred: false },
    relationships: {
      activist: { data: { type: 'user', id: mira } },
      trackable: { data: { type: 'task', id: '1' } },
      recipient: { data: { type: 'runbook', id: runbook } },
    },
    meta: { message: { plain: 'Mira Okafor started task "#1 Stop the queue"' } },
  })
  expect(document['data'][0].attributes.changes).toContainEqual({
    field: 'stage',
    before: 'startable',
    after: 'in_progress',
  })
  const included = document['included'].map(({ type, id }: { type: string; id: string }) => `${type} ${id}`)
  expect(included).toEqual(expect.arrayContaining([`user ${mira}`, 'task 1', `runbook ${runbook}`]))
  const starred = await server.send('GET', '/core/activities?starred=true')
  expect(starred.document['meta'].page.total).toBe(0)
})

async function typesIncluded(path: string) {
  const { status, document } = await server.send('GET', path)
  expect(document['errors']).toBeUndefined()
  expect(status).toBe(200)
  return new Set(document['included'].map(({ type }: { type: string }) => type))
}

test('everything that a document points at can be included', async () => {
  const of = `/core/runbooks/${runbook}`
  expect(
    await typesIncluded(
      `${of}?include=workspace,folder,runbook_type,author,current_version,current_run,runs`,
    ),
  ).toEqual(new Set(['workspace', 'folder', 'runbook_type', 'user', 'runbook_version', 'run']))
  expect(
    await typesIncluded(`${of}/tasks/1?include=stream,task_type,started_by,runbook_version,task_actions`),
  ).toEqual(new Set(['stream', 'task_type', 'user', 'runbook_version', 'task_action']))
  expect(await typesIncluded(`${of}/runs?include=started_by,runbook`)).toEqual(new Set(['user', 'runbook']))
  expect(await typesIncluded(`${of}/runbook_users?include=user,runbook`)).toEqual(
    new Set(['user', 'runbook']),
  )
  expect(await typesIncluded('/core/action_logs?include=author,resource,context&page[size]=100')).toEqual(
    new Set(['user', 'workspace', 'runbook', 'runbook_user', 'run']),
  )
  expect(await typesIncluded(`/core/action_logs?runbook_id=${runbook}&include=resource`)).toContain('task')
})

test('the audit trail of one task tells what changed it and what was said about it', async () => {
  const of = `/core/runbooks/${runbook}`
  await create(
    `${of}/comments`,
    'comment',
    { content: '<p>Queue is <b>empty</b></p>' },
    { task: { data: { type: 'task', id: '1' } } },
  )
  const { document } = await server.send('GET', `/core/action_logs?runbook_id=${runbook}&task_id=1`)
  const told = document['data'].map(
    ({ attributes }: { attributes: Record<string, unknown> }) => attributes['event'],
  )
  expect(told).toEqual(['comment.created', 'task.started', 'run.started', 'task.created'])
  expect(document['data'][0].attributes).toMatchObject({
    message: '<p>Queue is <b>empty</b></p>',
    resource_name: '#1 Stop the queue',
    changed_tasks_count: 1,
  })
  const changes = document['data'].map(
    ({ attributes }: { attributes: Record<string, unknown> }) => attributes['task_changes'],
  )
  expect(changes[1]).toMatchObject({ stage: ['startable', 'in_progress'] })
  // Of the start of the run its runbook is told, and of the task what became of it.
  expect(document['data'][2].attributes.changes).not.toHaveProperty('start_ready')
  expect(changes[2]).toMatchObject({ stage: ['not_startable', 'startable'] })
  const all = await server.send('GET', `/core/action_logs?runbook_id=${runbook}`)
  expect(all.document['data'][0].attributes.task_changes).toBeNull()
  const none = await server.send('GET', `/core/action_logs?runbook_id=${runbook}&task_id=11`)
  expect(none.document['meta'].page.total).toBe(0)
})

test('the number of a task without its runbook is refused', async () => {
  const { status, document } = await server.send('GET', '/core/action_logs?task_id=1')
  expect(status).toBe(400)
  expect(document['errors'][0]).toMatchObject({ code: 'invalid_parameter', source: { parameter: 'task_id' } })
})
