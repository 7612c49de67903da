import { dataOf, plannerOf, writeOf } from '../planning/index.ts'
import { addPerson, grantRole, testRunbook } from '../runbooks/index.ts'
import { type Document, signIn, type TestServer } from '../server/index.ts'
import { unused } from './sample-value.ts'

/** What there is for one request to be about, by itself: whatever the request does harms no other. */
export interface Scene {
  /** An id of each type that has one. */
  readonly ids: Readonly<Record<string, string>>
  /** Headers by which the Owner is known. */
  readonly headers: Readonly<Record<string, string>>
}

/** Makes a thing of a type. @returns its id by its type, and those of what comes with it */
type Make = (server: TestServer, place: Place) => Promise<Readonly<Record<string, string>>>

/** What every scene has. */
interface Place {
  readonly workspace: string
  readonly runbook: string
  readonly user: string
}

/** A workspace with a plan of two tasks, and people; beside them a thing of each type that the request is about. */
export async function makeScene(server: TestServer, types: ReadonlySet<string>): Promise<Scene> {
  const plan = plannerOf(server)
  const workspace = await plan.makeWorkspace()
  const runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  await plan.makeTask(runbook, {}, { predecessors: ['1'] })
  await addPerson(server, testRunbook(server, runbook))
  const { id: user } = await addPerson(server, undefined)
  await grantRole(server, user, 'workspace_member', { type: 'workspace', id: workspace })
  const place = { workspace, runbook, user }
  const made = await Promise.all([...types].map(async (type) => makers[type]?.(server, place)))
  return {
    ids: Object.assign({ ...place, task: '1' }, ...made) as Scene['ids'],
    headers: { authorization: `Bearer ${server.token}` },
  }
}

const posted = async (server: TestServer, path: string, body: Document): Promise<string> =>
  dataOf(await server.send('POST', path, body))['id'] as string

const found = async (server: TestServer, path: string, isIt: (one: Document) => boolean) =>
  ((await plannerOf(server).get(path)) as unknown as Document[]).find(isIt)?.['id'] as string

/** What has no maker a scene has anyway, or `particulars.ts` brings it. */
const makers: Readonly<Record<string, Make>> = {
  runbook_type: async (server) => ({ runbook_type: await plannerOf(server).makeRunbookType() }),
  task_type: async (server) => ({ task_type: await plannerOf(server).makeTaskType() }),
  custom_field: makeField,
  custom_field_option: makeField,
  custom_field_group: async (server) => ({
    custom_field_group: await posted(
      server,
      '/core/custom_field_groups',
      writeOf('custom_field_group', { name: unused() }),
    ),
  }),
  stream: async (server, { runbook }) => ({ stream: await plannerOf(server).makeStream(runbook) }),
  folder: async (server, { workspace }) => ({
    folder: await posted(
      server,
      `/core/workspaces/${workspace}/folders`,
      writeOf('folder', { name: 'Drills' }),
    ),
  }),
  role: async (server, { user }) => ({
    role: await found(server, `/core/roles?user_id=${user}`, () => true),
  }),
  role_type: async (server) => ({
    role_type: await found(
      server,
      '/core/role_types?page[size]=100',
      ({ attributes }) => attributes.key === 'global_stakeholder',
    ),
  }),
  runbook_user: async (server, { runbook }) => ({
    runbook_user: await found(
      server,
      `/core/runbooks/${runbook}/runbook_users`,
      ({ attributes }) => attributes.role === 'participant',
    ),
  }),
  comment: async (server, { runbook }) => ({
    comment: await posted(
      server,
      `/core/runbooks/${runbook}/comments`,
      writeOf('comment', { content: 'Ready' }),
    ),
  }),
  data_source: async (server) => ({
    data_source: await posted(
      server,
      '/core/data_sources',
      writeOf('data_source', { name: unused(), source_type: 'file' }),
    ),
  }),
  event_integration: async (server) => ({
    event_integration: await posted(
      server,
      '/core/event_integrations',
      writeOf('event_integration', {
        name: unused(),
        event_types: ['run.started'],
        url: 'https://example.com/',
      }),
    ),
  }),
  team: async (server, { workspace }) => ({
    team: await posted(server, '/core/teams', writeOf('team', { name: 'Operations' }, { workspace })),
  }),
  runbook_team: async (server, { runbook }) => ({
    runbook_team: await posted(
      server,
      `/core/runbooks/${runbook}/runbook_teams`,
      writeOf('runbook_team', { name: 'Approvers' }),
    ),
  }),
  user_app_token: async (server) => ({
    user_app_token: await posted(
      server,
      '/core/user_app_tokens',
      writeOf('user_app_token', { label: 'Of a scene' }),
    ),
  }),
}

/** A custom field with an option. */
async function makeField(server: TestServer): Promise<Record<string, string>> {
  const plan = plannerOf(server)
  const options = { field_type: 'select_menu', field_options: ['EU'], apply_to: 'task_edit' }
  const custom_field = await plan.makeField({ name: unused(), ...options })
  const { relationships } = await plan.get(`/core/custom_fields/${custom_field}`)
  return { custom_field, custom_field_option: relationships.options.data[0].id as string }
}

/** The same in a browser: the Owner has signed in there, and elsewhere. */
export async function inBrowser(server: TestServer, { ids }: Scene): Promise<Scene> {
  await server.core.database.writes.deleteFrom('second_factor').execute()
  const { cookie } = await signIn(server)
  const elsewhere = await signIn(server)
  const { document } = await elsewhere.send('GET', '/core/sessions')
  const current = (document['data'] as { id: string; attributes: { current: boolean } }[]).find(
    ({ attributes }) => attributes.current,
  )
  return { ids: { ...ids, session: current?.id ?? '' }, headers: { cookie, origin: server.url } }
}
