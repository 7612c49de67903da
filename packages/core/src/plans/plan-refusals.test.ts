import { randomUUID } from 'node:crypto'
import {
  type Answer,
  addPerson,
  grantRole,
  joinRunbook,
  type Links,
  type Planner,
  plannerOf,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { sql } from 'kysely'
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
  for (const name of ['One', 'Two', 'Three']) await plan.makeTask(runbook, { name })
})
afterAll(() => server.close())

const codesOf = ({ status, document }: Answer) => [
  status,
  ...((document['errors'] ?? []) as { code: string }[]).map(({ code }) => code),
]

/** Every way to say what a task is: as a new one, as a change of task 1, and as one of several. */
const ways = {
  createTask: (attributes: object, links?: Links) =>
    server.send(
      'POST',
      `/core/runbooks/${runbook}/tasks`,
      writeOf('task', { name: 'New', ...attributes }, links),
    ),
  updateTask: (attributes: object, links?: Links) =>
    plan.change(`/core/runbooks/${runbook}/tasks/1`, attributes, links),
  writeTasks: (attributes: object, links?: Links) => {
    const several = [{ name: 'Fine' }, { name: 'New', ...attributes }]
    const data = several.map((own, at) => writeOf('task', own, at === 0 ? {} : links)['data'] as object)
    return server.send('POST', `/core/runbooks/${runbook}/tasks/bulk`, { data })
  },
}

async function unapprovedTemplate(): Promise<string> {
  const template = await plan.makeRunbook({ is_template: true }, { workspace })
  await plan.makeTask(template)
  // Every template is approved when it is made; a flow that approves later would leave this.
  await sql`update runbook set template_status = 'draft' where id = ${Number(template)}`.execute(
    server.core.database.writes,
  )
  server.core.services.runbooks.forget(Number(template))
  return template
}

test.each(Object.entries(ways))(
  '%s refuses a link to a template that is not approved',
  async (_name, write) => {
    const links = [{ id: await unapprovedTemplate(), link_type: 'runbook' }]
    const linked = { task_type: await plan.typeOf('task_types', 'linked') }
    expect(codesOf(await write({ task_links: links }, linked))).toEqual([422, 'template_not_approved'])
  },
)

test.each(Object.entries(ways))('%s refuses what does not fit together', async (_name, write) => {
  const after = { start_fixed: '2099-01-02T00:00:00Z', end_fixed: '2099-01-01T00:00:00Z' }
  expect(codesOf(await write(after))).toEqual([422, 'schedule_incomplete'])
  const people = { start_requirements: 'minimum', start_minimum: 9 }
  expect(codesOf(await write(people))).toEqual([422, 'invalid_requirement_minimum'])
  const linked = { task_type: await plan.typeOf('task_types', 'linked') }
  const { start_fixed } = after
  expect(codesOf(await write({ start_fixed }, linked))).toEqual([422, 'validation_failed'])
  expect(codesOf(await write({}, { stream: null }))).toEqual([422, 'missing_relationship'])
  const { id } = await addPerson(server, undefined)
  expect(codesOf(await write({}, { assignees: [id] }))).toEqual([422, 'not_a_participant'])
})

/** Every way to change the plan of a runbook that runs. */
const edits: Readonly<Record<string, (path: string) => Promise<Answer>>> = {
  updateRunbook: (path) => plan.change(path, ofTheStart),
  createTask: (path) => server.send('POST', `${path}/tasks`, writeOf('task', { name: 'New' })),
  updateTask: (path) => plan.change(`${path}/tasks/1`, { duration: 60 }),
  deleteTask: (path) => server.send('DELETE', `${path}/tasks/1`),
  deleteTasks: (path) => server.send('DELETE', `${path}/tasks?task_ids=1`),
  importTasks: (path) => server.send('POST', `${path}/tasks/import`, 'Title\nNew\n'),
  createStream: (path) => server.send('POST', `${path}/streams`, writeOf('stream', { name: 'New' })),
  updateStream: async (path) => plan.change(`${path}/streams/${await streamOf(path)}`, { name: 'Other' }),
  deleteStream: async (path) => server.send('DELETE', `${path}/streams/${await streamOf(path)}`),
}

/** Attributes that a run has been made by, and would not notice. */
const ofTheStart = { start_scheduled: '2099-01-01T00:00:00Z' }

const streamOf = async (path: string) => ((await plan.get(`${path}/streams`))[0] as { id: string }).id

test('the plan of a runbook that runs is not changed in any way', async () => {
  const running = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(running)
  const path = `/core/runbooks/${running}`
  await server.send('PATCH', `${path}/start`, { meta: { comms: 'off', run_type: 'rehearsal' } })
  const refused = await Promise.all(
    Object.entries(edits).map(async ([name, edit]) => [name, ...codesOf(await edit(path))]),
  )
  expect(refused).toEqual(Object.keys(edits).map((name) => [name, 422, 'runbook_locked']))
})

test('a template is not run in any way', async () => {
  const template = await plan.makeRunbook({ is_template: true }, { workspace })
  for (const verb of ['pause', 'resume', 'cancel', 'return_to_planning']) {
    const answer = await server.send('PATCH', `/core/runbooks/${template}/${verb}`)
    expect([verb, ...codesOf(answer)]).toEqual([verb, 422, 'runbook_is_template'])
  }
})

test('a file without names is no plan', async () => {
  const answer = await server.send('POST', `/core/runbooks/${runbook}/tasks/import`, 'Planned Duration\n5m\n')
  expect(codesOf(answer)).toEqual([422, 'missing_attribute'])
})

test('nobody is at a task that is not there', async () => {
  const meta = { connection: randomUUID(), task_id: '999' }
  const answer = await server.send('PATCH', `/core/runbooks/${runbook}/presence`, { meta })
  expect(codesOf(answer)).toEqual([422, 'related_not_found'])
})

test('a comment at a start or an end says something', async () => {
  for (const verb of ['start', 'finish']) {
    const path = `/core/runbooks/${runbook}/tasks/1/${verb}`
    const answer = await server.send('PATCH', path, { meta: { comment: '<p> </p>' } })
    expect([verb, ...codesOf(answer)]).toEqual([verb, 422, 'blank'])
  }
})

test('an imported plan does not end beyond all calendars', async () => {
  const late = await plan.makeRunbook({ start_scheduled: '9998-06-01T00:00:00Z' }, { workspace })
  const csv = 'Title,Planned Duration\nLong,9000h\n'
  const answer = await server.send('POST', `/core/runbooks/${late}/tasks/import`, csv)
  expect(codesOf(answer)).toEqual([422, 'out_of_range'])
})

test.each([
  ['template_required', { master_template: true }],
  ['schedule_in_past', { start_scheduled: '2001-01-01T00:00:00Z' }],
  ['schedule_incomplete', { end_scheduled: '2099-01-01T00:00:00Z' }],
])('%s: a change of a runbook is held against the whole of it', async (code, attributes) => {
  expect(codesOf(await plan.change(`/core/runbooks/${runbook}`, attributes))).toEqual([422, code])
})

test('a runbook does not lie in a folder of another workspace', async () => {
  const [folder] = (await plan.get(`/core/workspaces/${await plan.makeWorkspace()}/folders`)) as unknown as [
    { id: string },
  ]
  const document = writeOf('runbook', { name: 'New' }, { workspace, folder: folder.id })
  expect(codesOf(await server.send('POST', '/core/runbooks', document))).toEqual([
    422,
    'related_not_in_scope',
  ])
  const moved = await plan.change(`/core/runbooks/${runbook}`, {}, { folder: folder.id })
  expect(codesOf(moved)).toEqual([422, 'related_not_in_scope'])
  // To whoever does not see that workspace the folder is not there.
  const person = await addPerson(server, undefined)
  await joinRunbook(server, { path: `/core/runbooks/${runbook}` }, person.id, 'runbook_admin')
  await grantRole(server, person.id, 'workspace_runbook_creator', { type: 'workspace', id: workspace })
  const unseen = [422, 'related_not_found']
  expect(codesOf(await server.send('POST', '/core/runbooks', document, person.headers))).toEqual(unseen)
  const change = writeOf('runbook', {}, { folder: folder.id })
  const path = `/core/runbooks/${runbook}`
  expect(codesOf(await server.send('PATCH', path, change, person.headers))).toEqual(unseen)
})

test('a runbook is made in no folder where that is said, and in the default one where nothing is', async () => {
  const folderOf = async (links: Links) => {
    const id = await plan.makeRunbook({}, { workspace, ...links })
    return (await plan.get(`/core/runbooks/${id}`))['relationships'].folder.data as unknown
  }
  expect(await folderOf({})).not.toBeNull()
  expect(await folderOf({ folder: null })).toBeNull()
})

test('a copy of a template that is not approved is refused', async () => {
  const copy = { source_runbook_id: await unapprovedTemplate() }
  const document = writeOf('runbook', { name: 'Copy' }, { workspace }, { copy })
  expect(codesOf(await server.send('POST', '/core/runbooks', document))).toEqual([
    422,
    'template_not_approved',
  ])
})

test('a runbook of a type that is only for templates is made from one', async () => {
  const runbook_type = await plan.typeOf('runbook_types', 'validation-runbook')
  await sql`update runbook_type set restrict_create_to_templates = true where id = ${Number(runbook_type)}`.execute(
    server.core.database.writes,
  )
  await sql`update instance set revision = revision + 1`.execute(server.core.database.writes)
  const document = writeOf('runbook', { name: 'Blank' }, { workspace, runbook_type })
  expect(codesOf(await server.send('POST', '/core/runbooks', document))).toEqual([422, 'template_only_type'])
})
