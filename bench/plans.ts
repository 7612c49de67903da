import { send } from './load.ts'

/** A plan of `count` tasks in chains of ten, over six streams, as CSV. */
export function planCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = index + 1
    return `${id},Task ${id} of the bench,${index % 10 === 0 ? '' : id - 1},Run the command and read its answer,Stream ${(index % 6) + 1},10m`
  })
  return `Task ID,Title,Predecessor IDs,Description,Stream,Planned Duration\n${rows.join('\n')}\n`
}

let made = 0

/** A runbook with such a plan in a fresh workspace; answers its id, that of its version and that of the workspace. */
export async function makeRunbook(
  port: number,
  tasks: number,
): Promise<{ id: string; version: string; workspace: string }> {
  made += 1
  const workspace = await document(port, 'POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name: `Bench ${made}`, key: `bench-${process.pid}-${made}` } },
  })
  const runbook = await document(port, 'POST', '/core/runbooks', {
    data: {
      type: 'runbook',
      attributes: { name: `Bench ${made}` },
      relationships: { workspace: { data: { type: 'workspace', id: workspace.data.id } } },
    },
  })
  const { id } = runbook.data
  await expectStatus(send(port, 'POST', `/core/runbooks/${id}/tasks/import`, planCsv(tasks)), 201)
  return {
    id,
    version: runbook.data.relationships['current_version']?.data.id ?? '',
    workspace: workspace.data.id,
  }
}

/** Starts a run of it. */
export async function startRun(port: number, id: string): Promise<void> {
  await document(port, 'PATCH', `/core/runbooks/${id}/start`, {
    meta: { comms: 'off', run_type: 'rehearsal' },
  })
}

interface Resource {
  readonly id: string
  readonly attributes: Record<string, string>
  readonly relationships: Record<string, { data: { id: string } }>
}

/** Writes something and answers it. */
export async function document(
  port: number,
  method: string,
  path: string,
  body: unknown,
): Promise<{ data: Resource }> {
  const { status, body: text } = await send(port, method, path, JSON.stringify(body))
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`)
  return JSON.parse(text) as { data: Resource }
}

/** Fails the bench when an answer is not the expected one: figures of refusals are worth nothing. */
export async function expectStatus(
  answer: Promise<{ status: number; body: string }>,
  wanted: number,
): Promise<void> {
  const { status, body } = await answer
  if (status !== wanted) throw new Error(`expected ${wanted}, got ${status}: ${body.slice(0, 500)}`)
}
