import {
  type Answer,
  addPerson,
  type Document,
  dataOf,
  grantRole,
  type Planner,
  plannerOf,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string
let runbook: string
/** E-mail addresses and ids of people with a role in the workspace. */
const people: { id: string; email: string }[] = []

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  for (const email of ['ada@example.com', 'bo@example.com', 'cy@example.com']) {
    const attributes = { first_name: '=Ada', last_name: null, email }
    const { id } = dataOf(await server.send('POST', '/core/users', writeOf('user', attributes)))
    await grantRole(server, id, 'workspace_member', { type: 'workspace', id: workspace })
    people.push({ id, email })
  }
})
afterAll(() => server.close())

const load = (csv: string, query = '', id = runbook) =>
  server.send('POST', `/core/runbooks/${id}/runbook_users/import${query}`, csv)
const save = async (id = runbook) => {
  const { document, headers } = await server.send(
    'GET',
    `/core/runbooks/${id}/runbook_users/export?format=csv`,
  )
  return { text: document['text'] as string, name: headers.get('content-disposition') }
}
const placed = ({ document }: Answer) =>
  document['errors'].map(({ code, meta = {} }: Document) =>
    [code, meta.line, meta.column].filter((part) => part !== undefined).join(' '),
  ) as string[]
const state = async () => [
  await plan.get(`/core/runbooks/${runbook}/runbook_users`),
  await plan.get(`/core/runbooks/${runbook}/runbook_teams`),
]

test('a file brings people and teams into a runbook, and what it brought is read out again', async () => {
  await plan.makeStream(runbook, { name: 'Database' })
  const csv =
    'Email,Role,Streams,Team\nADA@example.com,Runbook Admin,,\nbo@example.com,stream_editor,database,Network\ncy@example.com,,,Network\n'
  const before = await state()
  const dry = await load(csv, '?dry_run=true')
  expect(dry.status).toBe(201)
  expect(await state()).toEqual(before)
  const { document } = await load(csv)
  expect(document['meta']).toEqual({
    people: 3,
    added: 3,
    teams_created: 1,
    teams: ['Network'],
    dry_run: false,
  })
  expect({ ...dry.document['meta'], dry_run: false }).toEqual(document['meta'])
  expect(document['data']).toHaveLength(2)
  const { text, name } = await save()
  expect(name).toBe(`attachment; filename="people-of-runbook-${runbook}.csv"`)
  expect(text.split('\r\n')).toEqual([
    'Email,Role,Streams,Team,Output fields,Name,Job Title,Archived',
    'owner@example.com,runbook_admin,,,,Owner,,',
    "ada@example.com,runbook_admin,,,,'=Ada,,",
    "bo@example.com,stream_editor,Database,,,'=Ada,,",
    "bo@example.com,,,Network,,'=Ada,,",
    "cy@example.com,,,Network,,'=Ada,,",
    '',
  ])
  const { attributes } = (await server.send('GET', `/core/action_logs?runbook_id=${runbook}&page[size]=1`))
    .document['data'][0]
  expect(attributes.event).toBe('people.imported')
  const again = await load(text)
  expect(again.document).toMatchObject({ data: [], meta: { added: 0, teams_created: 0 } })
  const other = await plan.makeRunbook({}, { workspace })
  await plan.makeStream(other, { name: 'Database' })
  await load(text, '', other)
  expect((await save(other)).text).toBe(text)
})

test('a line says what somebody is on the runbook from now on; without a role the person stays what they are', async () => {
  const own = await plan.makeRunbook({}, { workspace })
  await load('Email,Role\nada@example.com,runbook_admin\nbo@example.com,\n', '', own)
  await load('Email,Role\nada@example.com,\nbo@example.com,runbook_admin\n', '', own)
  const roles = async () =>
    (await save(own)).text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(0, 2).join(' '))
  expect(await roles()).toEqual([
    'owner@example.com runbook_admin',
    'ada@example.com runbook_admin',
    'bo@example.com runbook_admin',
  ])
  const all = 'owner@example.com,ada@example.com,bo@example.com'
    .split(',')
    .map((email) => `${email},participant`)
  const refused = await load(`Email,Role\n${all.join('\n')}\n`, '', own)
  expect(refused.document['errors'][0].code).toBe('last_admin')
  expect((await roles())[0]).toBe('owner@example.com runbook_admin')
})

test('a file with anything wrong in it changes nothing, and every line is told', async () => {
  const stranger = await addPerson(server, undefined)
  const { attributes } = await plan.get(`/core/users/${stranger.id}`)
  const central = writeOf('team', { name: 'Central' }, { workspace, users: [`user:${people[0]?.id}`] })
  const team = dataOf(await server.send('POST', '/core/teams', central))['id'] as string
  const link = writeOf('runbook_team', {}, { team })
  dataOf(await server.send('POST', `/core/runbooks/${runbook}/runbook_teams`, link))
  const before = await state()
  expect(placed(await load(`Email\nnobody@example.com\n${attributes.email}\n`))).toEqual([
    'related_not_found 2 Email',
    'related_not_in_scope 3 Email',
  ])
  expect(
    placed(
      await load(
        'Email,Role,Streams,Team\nada@example.com,boss,,\nbo@example.com,stream_editor,Nowhere,\ncy@example.com,stream_editor,,\ncy@example.com,,,Central\nada@example.com,,,central\n',
      ),
    ),
  ).toEqual([
    'invalid_enum 2 Role',
    'related_not_found 3 Streams',
    'role_scope_invalid 4 Streams',
    'read_only 5 Team',
  ])
  expect(placed(await load('Email,Team\n,A\nx,A\n'))).toEqual(['blank 2 Email', 'invalid_format 3 Email'])
  expect(placed(await load(`Email,Team\nada@example.com,${'x'.repeat(256)}\n`))).toEqual(['too_long 2 Team'])
  expect(placed(await load('Email\nada@example.com\nada@example.com\n'))).toEqual(['taken 3 Email'])
  expect(placed(await load('Team,Shoe\nA,40\n'))).toEqual(['unknown_column 1 Shoe', 'missing_attribute 1'])
  expect(placed(await load(''))).toEqual(['invalid_csv 1'])
  expect(await state()).toEqual(before)
})
