import {
  addPerson,
  buildRunbook,
  type Document,
  dataOf,
  grantRole,
  joinRunbook,
  refusals,
  startTestServer,
  type TestPerson,
  type TestRunbook,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** The tasks of somebody: runbook, number and stage of each. */
async function tasksOf(person: TestPerson, query = ''): Promise<Document[]> {
  const { document } = await server.send('GET', `/core/me/tasks${query}`, undefined, person.headers)
  return document['data']
}
const short = (tasks: readonly Document[]) =>
  tasks.map(({ attributes }) => `${attributes.runbook_name} ${attributes.task_id} ${attributes.stage}`)

const assign = async (runbook: TestRunbook, task: number, to: { type: string; id: string }) =>
  expect(
    await server.send('PATCH', `${runbook.path}/tasks/${task}`, {
      data: { type: 'task', id: String(task), relationships: { assignees: { data: [to] } } },
    }),
  ).toMatchObject({ status: 200 })

/** A runbook in which the person does the tasks of these numbers. */
async function planFor(person: TestPerson, name: string, mine: readonly number[], attributes: object = {}) {
  const runbook = await buildRunbook(server, {
    attributes: { name, ...attributes },
    tasks: [{ name: 'one' }, { name: 'two' }, { name: 'three' }, { name: 'four', after: [1, 2, 3] }],
  })
  await join(runbook, person)
  for (const task of mine) await assign(runbook, task, { type: 'user', id: person.id })
  return runbook
}

const join = (runbook: TestRunbook, { id }: TestPerson) => joinRunbook(server, runbook, id)

test('first what can be started, then what is in progress, then what is to come in runs, then what is scheduled', async () => {
  const ada = await addPerson(server, undefined)
  const run = await planFor(ada, 'Run', [1, 2, 4])
  await planFor(ada, 'Soon', [2], { start_scheduled: inDays(13) })
  await planFor(ada, 'Far', [2], { start_scheduled: inDays(15) })
  await planFor(ada, 'Someday', [2])
  expect(short(await tasksOf(ada))).toEqual(['Soon 2 not_startable'])
  await run.run('start')
  await run.move(1, 'start')
  const all = await tasksOf(ada)
  expect(short(all)).toEqual([
    'Run 2 startable',
    'Run 1 in_progress',
    'Run 4 not_startable',
    'Soon 2 not_startable',
  ])
  expect(all.map(({ attributes }) => attributes.is_now)).toEqual([true, true, false, false])
  expect(short(await tasksOf(ada, '?scope=now'))).toEqual(['Run 2 startable', 'Run 1 in_progress'])
  expect(short(await tasksOf(ada, '?scope=next'))).toEqual(['Run 4 not_startable', 'Soon 2 not_startable'])
  expect(refusals(await server.send('GET', '/core/me/tasks?scope=all'))).toEqual([
    'invalid_filter_value scope',
  ])

  await run.move(1, 'finish')
  await run.run('pause')
  expect(short(await tasksOf(ada, '?scope=now'))).toEqual(['Run 2 startable'])
  await run.run('resume')
  await run.run('cancel')
  expect(short(await tasksOf(ada))).toEqual(['Soon 2 not_startable'])
})

test('a task tells for which three predecessors it waits, and for how many', async () => {
  const ada = await addPerson(server, undefined)
  const run = await planFor(ada, 'Waiting', [4])
  await run.addTask({ name: 'five' })
  expect((await run.change(4, {}, [1, 2, 3, 5])).status).toBe(200)
  await run.run('start')
  const waiting = async () => (await tasksOf(ada))[0]?.['attributes']
  const names = (...ids: number[]) =>
    ids.map((id) => ({ task_id: String(id), name: ['', 'one', 'two', 'three', 'four', 'five'][id] }))
  expect(await waiting()).toMatchObject({ waits_for_count: 4, waits_for: names(1, 2, 3) })
  await run.move(2, 'start')
  await run.move(2, 'finish')
  expect(await waiting()).toMatchObject({
    waits_for_count: 3,
    waits_for: names(1, 3, 5),
    runbook_stage: 'active',
    run_type: 'live',
    start_ready: null,
    task_type_key: 'normal',
    task_type_icon: 'task',
  })
})

test('tasks of a team are those of its people, once', async () => {
  const ada = await addPerson(server, undefined)
  const runbook = await planFor(ada, 'Team', [1])
  const { database } = server.core
  const team = await database.writes
    .insertInto('runbook_team')
    .values({ runbook_id: Number(runbook.id), name: 'Night shift', team_id: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database.writes
    .insertInto('runbook_team_user')
    .values({ runbook_team_id: team.id, user_id: Number(ada.id) })
    .execute()
  const { current_version_id } = await database.db
    .selectFrom('runbook')
    .select('current_version_id')
    .where('id', '=', Number(runbook.id))
    .executeTakeFirstOrThrow()
  const ofTeam = {
    version_id: current_version_id ?? 0,
    kind: 'assignee' as const,
    user_id: null,
    runbook_team_id: team.id,
  }
  await database.writes
    .insertInto('assignment')
    .values([
      { ...ofTeam, task_id: 1, position: 7 },
      { ...ofTeam, task_id: 3, position: 0 },
    ])
    .execute()
  dataOf(
    await server.send('PATCH', runbook.path, {
      data: { type: 'runbook', id: runbook.id, attributes: { start_scheduled: inDays(1) } },
    }),
  )
  expect(short(await tasksOf(ada))).toEqual(['Team 1 not_startable', 'Team 3 not_startable'])
})

test('what is archived, and what the person has left, waits for nobody', async () => {
  const ada = await addPerson(server, undefined)
  const kept = await planFor(ada, 'Kept', [1], { start_scheduled: inDays(2) })
  const gone = await planFor(ada, 'Gone', [1], { start_scheduled: inDays(1) })
  expect(short(await tasksOf(ada))).toEqual(['Gone 1 not_startable', 'Kept 1 not_startable'])
  expect((await server.send('PATCH', `${gone.path}/archive`)).status).toBe(200)
  expect(short(await tasksOf(ada))).toEqual(['Kept 1 not_startable'])
  const people = (await server.send('GET', `${kept.path}/runbook_users`)).document['data'] as Document[]
  const own = people.find(({ relationships }) => relationships.user.data.id === ada.id)
  expect((await server.send('DELETE', `${kept.path}/runbook_users/${own?.['id']}`)).status).toBe(204)
  expect(await tasksOf(ada)).toEqual([])
})

test('the list is paged, with the number of all, also beyond its end, and includes runbooks', async () => {
  const ada = await addPerson(server, undefined)
  await planFor(ada, 'Pages', [1, 2, 3], { start_scheduled: inDays(3) })
  const page = (query: string) => server.send('GET', `/core/me/tasks${query}`, undefined, ada.headers)
  const second = (await page('?page[size]=2&page[number]=2&include=runbook')).document
  expect([short(second['data']), second['meta'].page.total]).toEqual([['Pages 3 not_startable'], 3])
  expect(second['included'].map(({ type }: Document) => type)).toEqual(['runbook'])
  const beyond = (await page('?page[size]=2&page[number]=9')).document
  expect([beyond['data'], beyond['meta'].page.total]).toEqual([[], 3])
  const ids = (await tasksOf(ada)).map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
})

test('who takes part through a team only has its tasks, too', async () => {
  const ada = await addPerson(server, undefined)
  const runbook = await buildRunbook(server, { attributes: { name: 'Team run' }, tasks: [{}, {}] })
  const { document } = await server.send('GET', runbook.path)
  const id = document['data'].relationships.workspace.data.id as string
  await grantRole(server, ada.id, 'workspace_member', { type: 'workspace', id })
  const team = dataOf(
    await server.send(
      'POST',
      `${runbook.path}/runbook_teams`,
      writeOf('runbook_team', { name: 'Network' }, { users: [`user:${ada.id}`] }),
    ),
  )
  await assign(runbook, 2, { type: 'runbook_team', id: team['id'] })
  await runbook.run('start')
  expect(short(await tasksOf(ada))).toEqual(['Team run 2 startable'])
})
