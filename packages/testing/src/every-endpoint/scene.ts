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

/** A workspace with a plan of two tasks, and an empty stream and folder; people, and what is the Owner's own. */
export async function makeScene(server: TestServer): Promise<Scene> {
  const plan = plannerOf(server)
  const make = async (path: string, body: object) =>
    dataOf(await server.send('POST', path, body))['id'] as string
  const workspace = await plan.makeWorkspace()
  const runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  await plan.makeTask(runbook, {}, { predecessors: ['1'] })
  await addPerson(server, testRunbook(server, runbook))
  const { id: user } = await addPerson(server, undefined)
  await grantRole(server, user, 'workspace_member', { type: 'workspace', id: workspace })
  const find = async (path: string, isIt: (found: Document) => boolean) =>
    ((await plan.get(path)) as unknown as Document[]).find(isIt)?.['id'] as string
  return {
    ids: {
      runbook_type: await plan.makeRunbookType(),
      task_type: await plan.makeTaskType(),
      ...(await makeFields(server)),
      workspace,
      runbook,
      task: '1',
      stream: await plan.makeStream(runbook),
      folder: await make(`/core/workspaces/${workspace}/folders`, writeOf('folder', { name: 'Drills' })),
      user,
      role: await find(`/core/roles?user_id=${user}`, () => true),
      role_type: await find(
        '/core/role_types?page[size]=100',
        ({ attributes }) => attributes.key === 'global_stakeholder',
      ),
      runbook_user: await find(
        `/core/runbooks/${runbook}/runbook_users`,
        ({ attributes }) => attributes.role === 'participant',
      ),
      comment: await make(`/core/runbooks/${runbook}/comments`, writeOf('comment', { content: 'Ready' })),
      data_source: await make(
        '/core/data_sources',
        writeOf('data_source', { name: unused(), source_type: 'file' }),
      ),
      event_integration: await make(
        '/core/event_integrations',
        writeOf('event_integration', {
          name: unused(),
          event_types: ['run.started'],
          url: 'https://example.com/',
        }),
      ),
      team: await make('/core/teams', writeOf('team', { name: 'Operations' }, { workspace })),
      runbook_team: await make(
        `/core/runbooks/${runbook}/runbook_teams`,
        writeOf('runbook_team', { name: 'Approvers' }),
      ),
      user_app_token: await make('/core/user_app_tokens', writeOf('user_app_token', { label: 'Of a scene' })),
    },
    headers: { authorization: `Bearer ${server.token}` },
  }
}

/** A custom field with an option, and a group. */
async function makeFields(server: TestServer): Promise<Record<string, string>> {
  const plan = plannerOf(server)
  const options = { field_type: 'select_menu', field_options: ['EU'], apply_to: 'task_edit' }
  const custom_field = await plan.makeField({ name: unused(), ...options })
  const group = writeOf('custom_field_group', { name: unused() })
  const { relationships } = await plan.get(`/core/custom_fields/${custom_field}`)
  return {
    custom_field,
    custom_field_option: relationships.options.data[0].id as string,
    custom_field_group: dataOf(await server.send('POST', '/core/custom_field_groups', group))['id'] as string,
  }
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
