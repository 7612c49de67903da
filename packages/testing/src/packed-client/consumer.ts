import { type Client, createClient, type ErrorCode, isCode, type Task } from '@runsheet/client'

/** What a project that installed the client saw of a server. */
export interface Seen {
  readonly workspaces: number
  readonly runbooks: number
  readonly tasks: readonly string[]
  readonly events: readonly string[]
  /** What happened between two watches. */
  readonly missed: string | undefined
  readonly startedBy: string | null
  readonly refusal: ErrorCode | undefined
}

/** A night in short: plan, start, watch, be refused. */
export async function use(baseUrl: string, token: string): Promise<Seen> {
  const client = createClient({ baseUrl, token })
  const workspaces = await ids(client.all('listWorkspaces', { query: { page: { size: 2 } } }))
  const [workspaceId = ''] = workspaces

  const { data: runbook } = await client.createRunbook({
    attributes: { name: 'Failover' },
    relationships: { workspace: { type: 'workspace', id: workspaceId } },
  })
  const first = await taskOf(client, runbook.id, 'Stop', [])
  const second = await taskOf(client, runbook.id, 'Promote', [first])

  const events: string[] = []
  let last: string | undefined
  for await (const { id, event } of client.watch(runbook.id, { signal: AbortSignal.timeout(60_000) })) {
    events.push(event)
    last = id ?? last
    if (event === 'ready') await start(client, runbook.id)
    if (event === 'run.started') break
  }

  await client.startTask({ params: { runbook_id: runbook.id, id: first.id } })
  let missed: string | undefined
  for await (const { id, event } of client.watch(runbook.id, { lastEventId: last })) {
    missed = event
    if (id !== undefined && id !== last) break
  }

  const running = await client.getRun({
    params: { runbook_id: runbook.id, id: (await current(client, runbook.id)) ?? '' },
  })
  const refusal = await client
    .startTask({ params: { runbook_id: runbook.id, id: second.id } })
    .then(() => undefined)
    .catch((error: unknown) => (isCode(error, 'task_not_startable', 'not_found') ? error.code : undefined))
  const named = client.all('listTasks', { params: { runbook_id: runbook.id }, query: { page: { size: 1 } } })
  const tasks: string[] = []
  for await (const { attributes } of named) tasks.push(attributes.name)
  return {
    workspaces: workspaces.length,
    runbooks: (await client.listRunbooks()).meta.page.total,
    tasks,
    events,
    missed,
    startedBy: running.data.relationships.started_by.data?.type ?? null,
    refusal,
  }
}

async function ids(resources: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const found: string[] = []
  for await (const { id } of resources) found.push(id)
  return found
}

async function taskOf(
  client: Client,
  runbookId: string,
  name: string,
  after: readonly Task[],
): Promise<Task> {
  const { data } = await client.createTask({
    params: { runbook_id: runbookId },
    attributes: { name, duration: 60 },
    relationships: { predecessors: after.map(({ id }) => ({ type: 'task', id })) },
  })
  return data
}

async function start(client: Client, id: string): Promise<void> {
  const meta = { comms: 'off', run_type: 'rehearsal', validation_level: 'warning' } as const
  await client.startRunbook({ params: { id }, meta })
}

async function current(client: Client, id: string): Promise<string | undefined> {
  const { data } = await client.getRunbook({ params: { id } })
  return data.relationships.current_run.data?.id
}
