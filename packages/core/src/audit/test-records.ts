import { Client } from 'pg'

/** A connection to the test database, without anything of ours between. */
export async function connect({ connectionString }: { connectionString: string }): Promise<Client> {
  const client = new Client(connectionString)
  await client.connect()
  return client
}

/** What needs escapes on its way: quotes, a line feed, a tab, a backslash, letters beyond ASCII and beyond 16 bits. */
export const AWKWARD_TEXT = 'say "no"\n\t\\N \\. Zürich 東京 🚦'

let instant = Date.UTC(2026, 0, 5, 9)

function event(name: string, resource: object) {
  instant += 1_001
  const payload = JSON.stringify({ resource, things: [], message: AWKWARD_TEXT })
  return { name, at: instant, actor_id: 0, request_id: `req-${instant}`, workspace_id: null, payload }
}

/** Makes a workspace with a person in it, and the event of it on the chain of the instance. */
export async function makeWorkspace(client: Client, key: string): Promise<number> {
  await client.query('begin')
  const { rows } = await client.query<{ id: string }>(
    `insert into workspace (name, key, description) values ($1, $1, $2) returning id`,
    [key, AWKWARD_TEXT],
  )
  const id = Number(rows[0]?.id)
  await client.query(`insert into app_user (email, first_name) values ($1, 'Ada')`, [`${key}@example.com`])
  const parent = `insert into folder (workspace_id, parent_id, name) values ($1, $2, $3) returning id`
  const folder = await client.query<{ id: string }>(parent, [id, null, 'all'])
  await client.query(parent, [id, folder.rows[0]?.id, 'below'])
  await commitInstance(client, 1)
  await client.query('commit')
  return id
}

export async function commitInstance(client: Client, events: number): Promise<void> {
  const made = Array.from({ length: events }, () =>
    event('workspace.updated', { type: 'workspace', id: '1' }),
  )
  await client.query('select commit_instance($1, null)', [JSON.stringify(made)])
}

/** Makes a runbook of two tasks, one after the other, with its first event. */
export async function makeRunbook(client: Client, workspaceId: number): Promise<number> {
  await client.query('begin')
  const { rows } = await client.query<{ id: string; version_id: string; stream_id: string }>(
    `with made as (
      insert into runbook (workspace_id, runbook_type_id, author_id, name)
      values ($1, (select id from runbook_type where is_default), 0, 'Failover') returning id
    ), version as (
      insert into runbook_version (runbook_id, number) select id, 1 from made returning id, runbook_id
    )
    select runbook_id as id, id as version_id, nextval('stream_id') as stream_id from version`,
    [workspaceId],
  )
  const made = rows[0]
  if (!made) throw new Error('no runbook')
  await client.query('update runbook set current_version_id = $2 where id = $1', [made.id, made.version_id])
  const now = new Date(instant).toISOString()
  const dated = { version_id: made.version_id, changed_seq: 1, created_at: now, updated_at: now }
  const task = (id: number) => ({
    ...dated,
    id,
    stream_id: made.stream_id,
    task_type_id: 1,
    name: AWKWARD_TEXT,
    duration: 300,
    level: 'level_1',
    auto_start: false,
    auto_finish: false,
    disable_notify: false,
    start_requirements: 'anyone',
    end_requirements: 'anyone',
    custom_field_values: { 1: [AWKWARD_TEXT] },
    comments_count: 0,
  })
  const change = {
    streams: [{ ...dated, id: made.stream_id, name: 'Network', is_primary: true, status: 'off' }],
    tasks: [task(1), task(2)],
    dependencies_of: [2],
    dependencies: [[2, 1]],
    assignments_of: [1],
    assignments: [{ version_id: made.version_id, task_id: 1, kind: 'assignee', position: 0, user_id: 0 }],
  }
  await commit(client, Number(made.id), 0, 1, change)
  await client.query('commit')
  return Number(made.id)
}

/** Appends events to a runbook that stands at `seq`. */
export async function commit(
  client: Client,
  runbook: number,
  seq: number,
  events = 1,
  change = {},
): Promise<void> {
  const made = Array.from({ length: events }, () => event('task.updated', { type: 'task', id: '1' }))
  const values = [runbook, seq, JSON.stringify(change), JSON.stringify(made)]
  const { rows } = await client.query('select commit_runbook($1, $2, $3, $4, null, null) as seq', values)
  if (rows[0].seq === null) throw new Error(`Runbook ${runbook} is not at ${seq}`)
}

/** Changes the log as only a superuser of the database can. */
export async function tamper(client: Client, statement: string): Promise<void> {
  await client.query(
    `alter table event disable trigger user; ${statement}; alter table event enable trigger user`,
  )
}
