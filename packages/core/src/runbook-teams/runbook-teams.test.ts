import {
  addPerson,
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  startTestServer,
  type TestPerson,
  type TestServer,
  testRunbook,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let runbook: string
let person: TestPerson
let operators: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  const workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  person = await addPerson(server, testRunbook(server, runbook))
  const { writes } = server.core.database
  const central = await writes
    .insertInto('team')
    .values({ workspace_id: Number(workspace), name: 'Operations', archived_at: null } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const made = await writes
    .insertInto('runbook_team')
    .values([
      { runbook_id: Number(runbook), team_id: central.id, name: 'Operators' },
      { runbook_id: Number(runbook), team_id: null, name: 'Approvers' },
    ])
    .returning(['id', 'name'])
    .execute()
  operators = String(made.find(({ name }) => name === 'Operators')?.id)
  await writes
    .insertInto('runbook_team_user')
    .values({ runbook_team_id: Number(operators), user_id: Number(person.id) })
    .execute()
  server.core.services.runbooks.forget(Number(runbook))
})
afterAll(() => server.close())

test('teams tell their members and the central team that they are linked to', async () => {
  const { document } = await server.send(
    'GET',
    `/core/runbooks/${runbook}/runbook_teams?sort=name&include=team,users,runbook`,
  )
  const [approvers, linked] = document['data'] as Document[]
  expect(approvers).toMatchObject({
    attributes: { name: 'Approvers', linked: false },
    relationships: { team: { data: null }, users: { data: [] } },
    meta: { users_count: 0 },
  })
  expect(linked).toMatchObject({ attributes: { name: 'Operators', linked: true }, meta: { users_count: 1 } })
  const types = (document['included'] as Document[]).map(({ type }) => type as string)
  expect(types.sort()).toEqual(['runbook', 'team', 'user'])
})

test('a team is assigned to tasks, found by it, and included with them', async () => {
  const task = await plan.makeTask(runbook, { name: 'Switch' }, { assignees: [`runbook_team:${operators}`] })
  await plan.makeTask(runbook, { name: 'Check' })
  const { document } = await server.send(
    'GET',
    `/core/runbooks/${runbook}/tasks?runbook_team_id=${operators}&include=assignees`,
  )
  expect(document['data'].map(({ id }: Document) => id)).toEqual([task])
  expect(document['included'][0].attributes.name).toBe('Operators')
})

test('who leaves the runbook leaves its teams', async () => {
  const path = `/core/runbooks/${runbook}`
  const members = (await plan.get(`${path}/runbook_users?include=user`)) as unknown as Document[]
  const member = members.find(({ relationships }) => relationships.user.data.id === person.id)
  expect((await server.send('DELETE', `${path}/runbook_users/${member?.['id']}`)).status).toBe(204)
  const counts = async () =>
    ((await plan.get(`${path}/runbook_teams`)) as unknown as Document[]).map(({ meta }) => meta.users_count)
  expect(await counts()).toEqual([0, 0])
  server.core.services.runbooks.forget(Number(runbook))
  expect(await counts()).toEqual([0, 0])
  dataOf(await plan.change(`${path}/tasks/1`, { name: 'Switch over' }))
})
