import { endpoints, exampleRequest, operationOf } from '@runsheet/contract'
import { createCore, createOwner, hashToken, sealSecret } from '@runsheet/core'
import pino from 'pino'
import {
  createTestDatabase,
  noteChanges,
  prepareFullDisk,
  takeOverClock,
  testClusterAddress,
} from '../database/index.ts'
import { plannerOf, writeOf } from '../planning/index.ts'
import { type Document, OWNER_TOKEN, SECRET_KEY, startTestServer, type TestServer } from '../server/index.ts'
import { reachId, reachIdInBlock } from './reach-id.ts'

/** Who makes the requests of the examples: Mira Okafor, here with every role. */
export const EXAMPLE_CALLER = { email: 'mira.okafor@example.com', password: 'correct horse battery' }

/** Before everything that the examples plan, and after what they have made. */
const EXAMPLE_INSTANT = Date.parse('2026-03-20T15:12:09Z')

/**
 * What the examples of the OpenAPI document are about, under the ids that they name: it is made in this order, each by the
 * API where it can be. A new type that examples name gets its line here.
 */
const makers: Readonly<Record<string, (server: TestServer) => Promise<unknown>>> = {
  async user({ core }) {
    await reachId(core, 'user', 9)
    const person = { email: 'jonas.weber@example.com', first_name: 'Jonas', last_name: 'Weber' }
    return core.database.writes
      .insertInto('app_user')
      .values({ ...person, unique_id: null, password_hash: null, changed_seq: 0 })
      .execute()
  },
  async session(server) {
    await reachId(server.core, 'session', 71)
    await make(server, '/core/sessions', 'session', EXAMPLE_CALLER)
  },
  async password_link({ core }) {
    const { data } = exampleRequest('setPassword', endpoints.setPassword) as unknown as Document
    const [created_at, expires_at] = [EXAMPLE_INSTANT, EXAMPLE_INSTANT + 3_600_000].map((instant) =>
      new Date(instant).toISOString(),
    )
    return core.database.writes
      .insertInto('password_link')
      .values({
        user_id: 8,
        hash: hashToken(data.attributes.link as string),
        purpose: 'reset',
        created_at,
        expires_at: expires_at ?? '',
        used_at: null,
        superseded_at: null,
      })
      .execute()
  },
  async second_factor({ core }) {
    const secret = operationOf('beginSecondFactor').after?.attributes?.['secret'] as string
    return core.database.writes
      .insertInto('second_factor')
      .values({
        user_id: 8,
        secret: sealSecret({ secretKey: SECRET_KEY }, secret),
        confirmed_at: null,
        last_step: 0,
        changed_seq: 1,
      })
      .execute()
  },
  async user_app_token(server) {
    await reachId(server.core, 'user_app_token', 14)
    await make(server, '/core/user_app_tokens', 'user_app_token', { label: 'Reports' })
  },
  async workspace(server) {
    await reachId(server.core, 'workspace', 7)
    await make(server, '/core/workspaces', 'workspace', { name: 'Cards', key: 'cards' })
  },
  async folder(server) {
    await reachId(server.core, 'folder', 21)
    await make(server, '/core/workspaces/7/folders', 'folder', { name: 'Exercises' })
  },
  async custom_field_group(server) {
    await reachId(server.core, 'custom_field_group', 3)
    await make(server, '/core/custom_field_groups', 'custom_field_group', { name: 'Places' })
  },
  async custom_field(server) {
    const plan = plannerOf(server)
    await reachId(server.core, 'custom_field', 12)
    await reachId(server.core, 'custom_field_option', 31)
    const area = {
      name: 'area',
      field_type: 'select_menu',
      field_options: ['EU', 'US', 'LATAM'],
      apply_to: 'runbook_add_edit',
    }
    await plan.makeField(area, { group: '3' })
    await reachId(server.core, 'custom_field', 14)
    await plan.makeField({ name: 'approver', field_type: 'user' })
  },
  async runbook_type(server) {
    await reachId(server.core, 'runbook_type', 11)
    await plannerOf(server).makeRunbookType({ name: 'Recovery of a site' })
  },
  async task_type(server) {
    await reachId(server.core, 'task_type', 21)
    await plannerOf(server).makeTaskType({ name: 'Go or no-go' })
  },
  async runbook(server) {
    const plan = plannerOf(server)
    await reachIdInBlock(server.core, 'runbook', 41)
    await plan.makeRunbook({ name: 'Last year' }, { workspace: '7' })
    await server.send('POST', '/core/runbooks/41/tasks/import', tasksTo(64))
    await reachIdInBlock(server.core, 'runbook', 90)
    await reachIdInBlock(server.core, 'runbook_version', 131)
    const copy = { source_runbook_id: '41', tasks: true }
    await plan.makeRunbook({ name: 'This year', rto: 14_400 }, { workspace: '7' }, { copy })
  },
  async stream(server) {
    await reachIdInBlock(server.core, 'stream', 12)
    await make(server, '/core/runbooks/90/streams', 'stream', { name: 'Network' })
  },
  async role(server) {
    await reachId(server.core, 'role', 51)
    const role_type = await roleTypeOf(server, 'workspace_member')
    await make(server, '/core/roles', 'role', {}, { user: '9', role_type, scope: 'workspace:7' })
    // A second Owner, so that the first may cease to be one.
    const owner = await roleTypeOf(server, 'owner')
    await make(server, '/core/roles', 'role', {}, { user: '9', role_type: owner })
  },
  async runbook_user(server) {
    await reachIdInBlock(server.core, 'runbook_user', 402)
    await make(server, '/core/runbooks/90/runbook_users', 'runbook_user', {}, { user: '9' })
  },
  async team(server) {
    await reachId(server.core, 'team', 5)
    await make(server, '/core/teams', 'team', { name: 'Databases' }, { workspace: '7' })
  },
  async runbook_team(server) {
    await reachIdInBlock(server.core, 'runbook_team', 31)
    await make(server, '/core/runbooks/90/runbook_teams', 'runbook_team', { name: 'Databases' })
    const path = '/core/runbooks/90/runbook_teams/31'
    await server.send('PATCH', path, writeOf('runbook_team', {}, { team: '5' }))
  },
  async task(server) {
    await server.send('PATCH', '/core/runbooks/90/tasks/17', {
      ...writeOf('task', {}, { assignees: ['8'], predecessors: ['14', '15'] }),
    })
  },
  async custom_field_user(server) {
    await reachId(server.core, 'custom_field_user', 61)
    const links = { custom_field: '14', user: '8', runbook: '90', task: '17' }
    await make(server, '/core/custom_field_users', 'custom_field_user', {}, links)
  },
  async comment(server) {
    await reachIdInBlock(server.core, 'comment', 305)
    await make(server, '/core/runbooks/90/comments', 'comment', { content: 'Ready.' }, { task: '17' })
  },
  async data_source({ core }) {
    await reachId(core, 'data_source', 14)
    const { writes } = core.database
    await writes
      .insertInto('data_source')
      .values({
        name: 'Sites',
        source_type: 'file',
        endpoint_url: null,
        query_parameter: null,
        token: null,
        filename: 'sites.csv',
        columns: ['Application', 'Owner', 'Tier'],
        records_count: 1,
      })
      .execute()
    const cells = JSON.stringify(['Payments', 'Mira Okafor', '1'])
    await reachId(core, 'data_source_record', 5012)
    await writes
      .insertInto('data_source_record')
      .values({ data_source_id: 14, cells, searched: 'payments' })
      .execute()
  },
  async event_integration(server) {
    await reachId(server.core, 'event_integration', 16)
    const pager = { name: 'Pager', event_types: ['run.started'], url: 'https://pager.example.com/' }
    await make(server, '/core/event_integrations', 'event_integration', pager, { workspace: '7' })
    // Nothing delivers yet; what a delivery is kept as is there.
    await reachId(server.core, 'event_delivery', 77_120)
    const delivery = { event_id: 8_801, event_type: 'task.started', response_status: 204, error: null }
    await server.core.database.writes
      .insertInto('event_delivery')
      .values({ ...delivery, event_integration_id: 16, status: 'delivered' })
      .execute()
  },
  run: ({ core }) => reachId(core, 'run', 44),
}

/** A database with what the examples are about, and servers on copies of it. */
export interface ExampleWorld {
  /** A server on a copy of its own. */
  open(): Promise<TestServer>
  close(): Promise<void>
}

/** @throws {Error} when something of the examples could not be made */
export async function makeExampleWorld(): Promise<ExampleWorld> {
  const cluster = await testClusterAddress()
  const original = await createTestDatabase(cluster)
  const clock = await takeOverClock(original.connectionString, EXAMPLE_INSTANT)
  await makeCaller(clock.connectionString)
  const server = await startTestServer({ connectionString: clock.connectionString })
  for (const [type, makeOf] of Object.entries(makers)) {
    try {
      await makeOf(server)
    } catch (cause) {
      throw new Error(`The ${type} of the examples could not be made.`, { cause })
    }
  }
  await noteChanges(server.core.database.writes)
  await prepareFullDisk(server.core.database.writes)
  await server.close()
  await clock.close()
  const name = /\/(test_\w+)/.exec(original.connectionString)?.[1] ?? ''
  return {
    async open() {
      const copy = await createTestDatabase(cluster, name)
      const address = clock.connectionString.replace(
        name,
        /\/(test_\w+)/.exec(copy.connectionString)?.[1] ?? '',
      )
      const opened = await startTestServer({ connectionString: address, hasOwner: true })
      return {
        ...opened,
        async close() {
          await opened.close()
          await copy.drop()
        },
      }
    },
    close: () => original.drop(),
  }
}

async function makeCaller(connectionString: string): Promise<void> {
  const core = createCore({
    connectionString,
    log: pino({ level: 'silent' }),
    timers: false,
    secretKey: SECRET_KEY,
  })
  await reachId(core, 'user', 8)
  await createOwner(core.database, { ...EXAMPLE_CALLER, token: OWNER_TOKEN })
  await core.close()
}

async function make(
  { send }: TestServer,
  path: string,
  type: string,
  attributes: object,
  links: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { status, document } = await send('POST', path, writeOf(type, attributes, links))
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(document['errors'])}`)
}

async function roleTypeOf({ send }: TestServer, key: string): Promise<string> {
  const { document } = await send('GET', '/core/role_types?page[size]=100')
  const types = document['data'] as readonly { id: string; attributes: { key: string } }[]
  return types.find(({ attributes }) => attributes.key === key)?.id ?? ''
}

/** A plan of so many tasks that wait for nobody. */
function tasksTo(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => `${at + 1},Step ${at + 1},5m`)
  return ['Task ID,Title,Planned Duration', ...lines].join('\n')
}
