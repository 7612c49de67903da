import { randomBytes, randomUUID } from 'node:crypto'
import { insertToken } from '@runsheet/core'
import type { RoleKey } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Answer, Document, TestServer } from '../server/index.ts'

/** A task of a plan for a test: attributes as the contract has them, and the rest by its number, key or id. */
export interface TaskOf {
  /** Numbers of its predecessors. */
  readonly after?: readonly number[]
  /** Key of its type. */
  readonly type?: string
  /** Ids of users. */
  readonly assignees?: readonly string[]
  readonly [attribute: string]: unknown
}

export interface RunbookOf {
  /** Key of its type. */
  readonly type?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly tasks?: readonly TaskOf[]
}

/** A runbook of a test, and what a test does with it. */
export interface TestRunbook {
  readonly id: string
  /** Path of the runbook. */
  readonly path: string
  /** `start`, `pause` … of the run; `start` is a live run without messages unless `meta` says otherwise. */
  run(verb: string, meta?: Readonly<Record<string, unknown>>, headers?: Headers): Promise<Answer>
  /** `start`, `finish`, `skip` of a task; a skip gives a reason unless `meta` does. */
  move(
    task: number,
    verb: string,
    meta?: Readonly<Record<string, unknown>>,
    headers?: Headers,
  ): Promise<Answer>
  addTask(task: TaskOf): Promise<Answer>
  change(task: number, attributes: object, after?: readonly number[]): Promise<Answer>
  /** Every task by its number, with forecast. */
  tasks(): Promise<Record<number, Document>>
  /** Stage of every task by its number. */
  stages(): Promise<Record<number, string>>
  attributes(): Promise<Document>
  /** Names of what happened from a sequence on, the oldest first. */
  events(after?: number): Promise<string[]>
}

type Headers = Readonly<Record<string, string>>

/** Makes a runbook with a plan, in a workspace of its own. Tasks are numbered 1, 2, 3 … in their order. */
export async function buildRunbook(
  server: Pick<TestServer, 'send'>,
  { type, attributes = {}, tasks = [] }: RunbookOf = {},
): Promise<TestRunbook> {
  const key = `w${randomBytes(6).toString('hex')}`
  const workspace = await succeed(
    server.send('POST', '/core/workspaces', { data: { type: 'workspace', attributes: { name: key, key } } }),
  )
  const made = await succeed(
    server.send('POST', '/core/runbooks', {
      data: {
        type: 'runbook',
        attributes: { name: 'Failover', ...attributes },
        relationships: {
          workspace: { data: { type: 'workspace', id: workspace['id'] } },
          ...(type === undefined
            ? {}
            : {
                runbook_type: {
                  data: { type: 'runbook_type', id: await idOfKey(server, 'runbook_types', type) },
                },
              }),
        },
      },
    }),
  )
  const runbook = testRunbook(server, made['id'] as string)
  for (const task of tasks) await succeed(runbook.addTask(task))
  return runbook
}

/** A runbook that is there, seen through a server. */
export function testRunbook(server: Pick<TestServer, 'send'>, id: string): TestRunbook {
  const path = `/core/runbooks/${id}`
  const meta = (members: Readonly<Record<string, unknown>> | undefined) => members && { meta: members }
  return {
    id,
    path,
    run: (verb, members = verb === 'start' ? { run_type: 'live', comms: 'off' } : {}, headers) =>
      server.send('PATCH', `${path}/${verb}`, meta(members), headers),
    move: (task, verb, members = verb === 'skip' ? { comment: 'not needed' } : undefined, headers) =>
      server.send('PATCH', `${path}/tasks/${task}/${verb}`, meta(members), headers),
    addTask: async (task) => server.send('POST', `${path}/tasks`, { data: await taskWrite(server, task) }),
    change: (task, attributes, after) =>
      server.send('PATCH', `${path}/tasks/${task}`, {
        data: {
          type: 'task',
          id: String(task),
          attributes,
          ...(after ? { relationships: { predecessors: { data: after.map(identifyTask) } } } : {}),
        },
      }),
    async tasks() {
      const { document } = await server.send('GET', `${path}/tasks?forecast=true`)
      return Object.fromEntries((document['data'] as Document[]).map((task) => [Number(task['id']), task]))
    },
    async stages() {
      const tasks = Object.entries(await this.tasks())
      return Object.fromEntries(tasks.map(([number, task]) => [number, task['attributes'].stage as string]))
    },
    attributes: async () => (await server.send('GET', path)).document['data'].attributes as Document,
    async events(after = 0) {
      const names: string[] = []
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const { document } = await server.send(
          'GET',
          `/core/action_logs?runbook_id=${id}&page[size]=100&page[number]=${page}`,
        )
        pages = document['meta'].page.pages as number
        for (const { attributes } of document['data'] as Document[])
          if (attributes.sequence > after) names.unshift(attributes.event as string)
      }
      return names
    },
  }
}

/** A person who takes part in a runbook, with a token. */
export interface TestPerson {
  readonly id: string
  readonly token: string
  /** For requests in the name of the person. */
  readonly headers: { readonly authorization: string }
}

/** Grants a role, on the instance or on a scope, as the database keeps it. */
export async function grantRole(
  server: Pick<TestServer, 'core'>,
  userId: string,
  key: RoleKey,
  scope?: { readonly type: 'workspace' | 'folder' | 'team'; readonly id: string | number },
): Promise<void> {
  const { writes } = server.core.database
  await sql`insert into role (user_id, role_type_id, scope_type, scope_id)
    select ${userId}::bigint, id, ${scope?.type ?? null}, ${scope?.id ?? null}::bigint from role_type where key = ${key}
    on conflict do nothing`.execute(writes)
  await sql`update app_user set permission_revision = permission_revision + 1 where id = ${userId}::bigint`.execute(
    writes,
  )
}

/** Takes all roles but those on runbooks from somebody. */
export async function revokeRoles(server: Pick<TestServer, 'core'>, userId: string): Promise<void> {
  const { writes } = server.core.database
  await writes.deleteFrom('role').where('user_id', '=', Number(userId)).execute()
  await sql`update app_user set permission_revision = permission_revision + 1 where id = ${userId}::bigint`.execute(
    writes,
  )
}

/** Makes a person who calls the API with a token, and lets them take part in a runbook. */
export async function addPerson(
  server: TestServer,
  runbook: TestRunbook | undefined,
  role: 'participant' | 'runbook_admin' = 'participant',
): Promise<TestPerson> {
  const token = randomBytes(24).toString('hex')
  const id = await server.core.database.writes.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('app_user')
      .values({
        email: `${randomUUID()}@example.com`,
        first_name: 'Ada',
        last_name: null,
        unique_id: null,
        password_hash: null,
        changed_seq: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertToken(trx, made.id, token, 'Test')
    return String(made.id)
  })
  await grantRole(server, id, 'developer')
  if (runbook) await joinRunbook(server, runbook, id, role)
  return { id, token, headers: { authorization: `Bearer ${token}` } }
}

/** Begins a session of somebody in a browser that nobody has. @returns its id */
export async function addSession({ core }: Pick<TestServer, 'core'>, userId: string): Promise<string> {
  const now = sql<string>`now()`
  const { id } = await core.database.writes
    .insertInto('session')
    .values({
      user_id: Number(userId),
      hash: randomBytes(32),
      address: '192.0.2.7',
      user_agent: null,
      changed_seq: 0,
      created_at: now,
      last_seen_at: now,
      renewed_at: now,
      expires_at: sql<string>`now() + interval '12 hours'`,
      ends_at: sql<string>`now() + interval '30 days'`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return String(id)
}

/** Lets somebody take part in a runbook, and so in its workspace. @returns the id of the `runbook_user` */
export async function joinRunbook(
  server: TestServer,
  runbook: Pick<TestRunbook, 'path'>,
  userId: string,
  role: 'participant' | 'runbook_admin' = 'participant',
): Promise<string> {
  await grantRole(server, userId, 'workspace_member', {
    type: 'workspace',
    id: await workspaceOf(server, runbook),
  })
  const joined = await succeed(
    server.send('POST', `${runbook.path}/runbook_users`, {
      data: {
        type: 'runbook_user',
        attributes: { role },
        relationships: { user: { data: { type: 'user', id: userId } } },
      },
    }),
  )
  return joined['id'] as string
}

async function workspaceOf(server: TestServer, { path }: Pick<TestRunbook, 'path'>): Promise<string> {
  const { document } = await server.send('GET', path)
  return document['data'].relationships.workspace.data.id as string
}

const identifyTask = (id: number) => ({ type: 'task', id: String(id) })

async function taskWrite(
  server: Pick<TestServer, 'send'>,
  { after = [], type, assignees = [], ...attributes }: TaskOf,
) {
  return {
    type: 'task',
    attributes: { name: 'Task', ...attributes },
    relationships: {
      predecessors: { data: after.map(identifyTask) },
      assignees: { data: assignees.map((id) => ({ type: 'user', id })) },
      ...(type === undefined
        ? {}
        : { task_type: { data: { type: 'task_type', id: await idOfKey(server, 'task_types', type) } } }),
    },
  }
}

/** Id of a type of the instance. */
async function idOfKey(
  { send }: Pick<TestServer, 'send'>,
  kind: 'task_types' | 'runbook_types',
  key: string,
): Promise<string> {
  const { document } = await send('GET', `/core/${kind}?page[size]=100`)
  const found = (document['data'] as Document[]).find(({ attributes }) => attributes.key === key)
  if (!found) throw new Error(`There is no type ${key} in ${kind}.`)
  return found['id'] as string
}

async function succeed(answer: Promise<Answer>): Promise<Document> {
  const { status, document } = await answer
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(document['errors'])}`)
  return document['data'] as Document
}
