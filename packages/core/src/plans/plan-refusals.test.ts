import {
  type Answer,
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

type Links = Parameters<typeof writeOf>[2]

/** Both ways to say what a task is: as a new one, and as a change of task 1. */
const ways = {
  createTask: (attributes: object, links?: Links) =>
    server.send(
      'POST',
      `/core/runbooks/${runbook}/tasks`,
      writeOf('task', { name: 'New', ...attributes }, links),
    ),
  updateTask: (attributes: object, links?: Links) =>
    plan.change(`/core/runbooks/${runbook}/tasks/1`, attributes, links),
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
  expect(
    codesOf(await write({ start_fixed: '2099-01-02T00:00:00Z', end_fixed: '2099-01-01T00:00:00Z' })),
  ).toEqual([422, 'schedule_incomplete'])
  expect(codesOf(await write({ start_requirements: 'minimum', start_minimum: 9 }))).toEqual([
    422,
    'invalid_requirement_minimum',
  ])
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
