import type { RoleKey } from '@runsheet/domain'
import { dataOf, type Planner, plannerOf, writeOf } from '../planning/planner.ts'
import { addPerson, addSession, grantRole, type TestPerson } from '../runbooks/build-runbook.ts'
import type { Document, TestServer } from '../server/index.ts'
import type { Column } from './who-may.ts'

/** Ids of one of everything, by the type of the resource. */
export type Ids = Readonly<Record<string, string>>

/** Where the roles are held; where nobody holds any; and a place like the first that was archived. */
export interface MatrixWorld {
  readonly people: Readonly<Record<Column, TestPerson>>
  readonly here: Ids
  readonly elsewhere: Ids
  readonly archived: Ids
}

const onInstance: Partial<Record<Column, RoleKey>> = {
  owner: 'owner',
  global_user_admin: 'global_user_admin',
  global_stakeholder: 'global_stakeholder',
  sso_admin: 'sso_admin',
  developer: 'developer',
  integrations_admin: 'integrations_admin',
  custom_fields_admin: 'custom_fields_admin',
  custom_field_data_manager: 'custom_field_data_manager',
}
const onWorkspace: Partial<Record<Column, RoleKey>> = {
  workspace_manager: 'workspace_manager',
  workspace_runbook_creator: 'workspace_runbook_creator',
  workspace_stakeholder: 'workspace_stakeholder',
  workspace_member: 'workspace_member',
  centralised_team_manager: 'centralised_team_manager',
  workspace_integrations_admin: 'integrations_admin',
}
const onFolder: Partial<Record<Column, RoleKey>> = {
  folder_manager: 'folder_manager',
  folder_runbook_creator: 'folder_runbook_creator',
  folder_stakeholder: 'folder_stakeholder',
}
const onRunbook: Partial<Record<Column, string>> = {
  runbook_admin: 'runbook_admin',
  stream_editor: 'stream_editor',
  assignee: 'participant',
  runbook_team_member: 'participant',
}

/** Columns whose role holds on the whole instance. */
export const reachesEverywhere = (column: Column): boolean => column in onInstance

/** Makes the places and a person for every column, each with the one role. */
export async function buildMatrixWorld(server: TestServer): Promise<MatrixWorld> {
  const plan = plannerOf(server)
  const people = {} as Record<Column, TestPerson>
  for (const column of Object.keys({
    ...onInstance,
    ...onWorkspace,
    ...onFolder,
    ...onRunbook,
  }) as Column[]) {
    people[column] = await addPerson(server, undefined)
    const key = onInstance[column]
    if (key) await grantRole(server, people[column].id, key)
  }
  const make = async (path: string, type: string, attributes: object) =>
    dataOf(await server.send('POST', path, writeOf(type, attributes)))['id'] as string
  const ofTasks = { apply_to: 'task_add_edit' }
  const userField = await make('/core/custom_fields', 'custom_field', {
    ...ofTasks,
    name: 'Witness',
    field_type: 'user',
  })
  const here = await buildPlace(server, plan, userField)
  const elsewhere = await buildPlace(server, plan, userField)
  const archived = await buildPlace(server, plan, userField)
  for (const place of [here, archived]) await letIn(server, plan, people, place)
  await archive(server, archived)
  const custom_field = await make('/core/custom_fields', 'custom_field', {
    ...ofTasks,
    name: 'Region',
    field_type: 'select_menu',
  })
  const ofInstance = {
    custom_field,
    custom_field_option: await make(
      `/core/custom_fields/${custom_field}/custom_field_options`,
      'custom_field_option',
      { name: 'EU' },
    ),
    custom_field_group: await make('/core/custom_field_groups', 'custom_field_group', { name: 'Places' }),
    data_source: await make('/core/data_sources', 'data_source', { name: 'Sites', source_type: 'file' }),
  }
  return { people, here: { ...here, ...ofInstance }, elsewhere, archived }
}

/** A workspace with one of everything in it. */
async function buildPlace(server: TestServer, plan: Planner, userField: string): Promise<Ids> {
  const make = async (path: string, type: string, attributes: object, links = {}) =>
    dataOf(await server.send('POST', path, writeOf(type, attributes, links)))['id'] as string
  const workspace = await plan.makeWorkspace()
  const folder = await make(`/core/workspaces/${workspace}/folders`, 'folder', { name: 'Failovers' })
  const runbook = await plan.makeRunbook({}, { workspace, folder })
  const stream = await plan.makeStream(runbook)
  const task = await plan.makeTask(runbook, {}, { stream })
  const path = `/core/runbooks/${runbook}`
  await server.send('PATCH', `${path}/start`, { meta: { comms: 'off', run_type: 'rehearsal' } })
  const run = dataOf(await server.send('GET', `${path}/runs`)) as unknown as Document[]
  dataOf(await server.send('PATCH', `${path}/cancel`))
  dataOf(await server.send('PATCH', `${path}/return_to_planning`))
  const version = dataOf(await server.send('GET', `${path}/runbook_versions`)) as unknown as Document[]
  const { id: user } = await addPerson(server, undefined)
  await grantRole(server, user, 'workspace_member', { type: 'workspace', id: workspace })
  const roles = dataOf(
    await server.send('GET', `/core/roles?user_id=${user}&workspace_id=${workspace}`),
  ) as unknown as Document[]
  const runbook_user = await make(`${path}/runbook_users`, 'runbook_user', {}, { user })
  const runbook_type = await make('/core/runbook_types', 'runbook_type', { name: 'Local' }, { workspace })
  const task_type = await make(
    '/core/task_types',
    'task_type',
    { name: 'Local', key: 'local' },
    { workspace },
  )
  const custom_field_user = await make(
    '/core/custom_field_users',
    'custom_field_user',
    {},
    { custom_field: userField, user, runbook, task },
  )
  const team = await make('/core/teams', 'team', { name: 'Operations' }, { workspace })
  const runbook_team = await make(`${path}/runbook_teams`, 'runbook_team', { name: 'Approvers' })
  return {
    workspace,
    team,
    runbook_team,
    folder,
    runbook,
    stream,
    task,
    run: run[0]?.['id'] as string,
    runbook_version: version[0]?.['id'] as string,
    comment: await make(`${path}/comments`, 'comment', { content: 'Ready' }),
    event_integration: await make(
      '/core/event_integrations',
      'event_integration',
      { name: `Pager ${workspace}`, event_types: ['run.started'], url: 'https://example.com/' },
      { workspace },
    ),
    user,
    session: await addSession(server, user),
    role: roles[0]?.['id'] as string,
    runbook_user,
    runbook_type,
    task_type,
    custom_field_user,
  }
}

/** Gives everybody the role of the column in a place. */
async function letIn(
  server: TestServer,
  plan: Planner,
  people: MatrixWorld['people'],
  { workspace = '', folder = '', runbook = '', stream = '', task = '' }: Ids,
): Promise<void> {
  for (const [column, { id }] of Object.entries(people) as [Column, TestPerson][]) {
    const [inWorkspace, inFolder] = [onWorkspace[column], onFolder[column]]
    if (inWorkspace) await grantRole(server, id, inWorkspace, { type: 'workspace', id: workspace })
    if (inFolder) await grantRole(server, id, inFolder, { type: 'folder', id: folder })
    const role = onRunbook[column]
    if (!role) continue
    await grantRole(server, id, 'workspace_member', { type: 'workspace', id: workspace })
    const streams = role === 'stream_editor' ? { streams: { data: [{ type: 'stream', id: stream }] } } : {}
    dataOf(
      await server.send('POST', `/core/runbooks/${runbook}/runbook_users`, {
        data: {
          type: 'runbook_user',
          attributes: { role },
          relationships: { user: { data: { type: 'user', id } }, ...streams },
        },
      }),
    )
  }
  dataOf(
    await plan.change(`/core/runbooks/${runbook}/tasks/${task}`, {}, { assignees: [people.assignee.id] }),
  )
}

async function archive(server: TestServer, { workspace, runbook, user }: Ids): Promise<void> {
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/archive`))
  dataOf(await server.send('PATCH', `/core/workspaces/${workspace}/archive`))
  await server.core.database.writes
    .updateTable('app_user')
    .set({ archived_at: new Date().toISOString() })
    .where('id', '=', Number(user))
    .execute()
}
