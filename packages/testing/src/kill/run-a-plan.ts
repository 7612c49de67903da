import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Document } from '../server/index.ts'
import { ADMIN_TOKEN } from './program.ts'

/** What people know of a run that they drove through crashes: each action as `task verb`. */
export interface RunRecord {
  readonly runbookId: string
  readonly tasks: number
  /** Action → id of the request that was answered with 200. */
  readonly acknowledged: Map<string, string>
  /** Sent, and not answered, or with a fault of the machine. */
  readonly inDoubt: Set<string>
  /** In doubt, repeated under the same key, and answered with 200. */
  readonly settled: Set<string>
  /** What no crash may bring about. */
  readonly surprises: string[]
}

type Answer = { readonly status: number; readonly requestId: string; readonly document: Document }

const WORKERS = 4
const PATIENCE_MS = 15_000
const ATTEMPTS = 200
const RUN_MS = 60_000

/** Makes a runbook with a plan of layers: each task waits for two of the layer before. */
export async function importPlan(url: string, tasks: number): Promise<RunRecord> {
  const key = `w${randomUUID().slice(0, 8)}`
  const workspace = await surely(url, 'POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name: key, key } },
  })
  const runbook = await surely(url, 'POST', '/core/runbooks', {
    data: {
      type: 'runbook',
      attributes: { name: 'Failover' },
      relationships: { workspace: { data: { type: 'workspace', id: workspace['data'].id } } },
    },
  })
  const runbookId = runbook['data'].id as string
  const rows = Array.from({ length: tasks }, (_, at) => {
    const after = at < 6 ? '' : `${at - 5} ${at - 4}`
    return `${at + 1},Task ${at + 1},60,"${after.replace(' ', ',')}"`
  })
  await surely(
    url,
    'POST',
    `/core/runbooks/${runbookId}/tasks/import`,
    `id,name,duration,predecessors\n${rows.join('\n')}\n`,
  )
  await surely(url, 'PATCH', `/core/runbooks/${runbookId}/start`, {
    meta: { run_type: 'live', comms: 'off' },
  })
  return {
    runbookId,
    tasks,
    acknowledged: new Map(),
    inDoubt: new Set(),
    settled: new Set(),
    surprises: [],
  }
}

/** Several people run a plan to its end, each their own tasks, whatever happens to the program meanwhile. */
export async function runPlan(url: string, record: RunRecord): Promise<void> {
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(url, record, worker)))
}

async function work(url: string, record: RunRecord, worker: number): Promise<void> {
  const path = `/core/runbooks/${record.runbookId}/tasks`
  const end = performance.now() + RUN_MS
  for (;;) {
    if (performance.now() > end) throw new Error(`the run of runbook ${record.runbookId} does not end`)
    const list = await tryOnce(url, 'GET', `${path}?stage=not_startable,startable,in_progress&page[size]=200`)
    if (list?.status !== 200) {
      expectMachine(record, list)
      await delay(50)
      continue
    }
    const own = (list.document['data'] as Document[]).filter(({ id }) => Number(id) % WORKERS === worker)
    if (own.length === 0) return
    const open = own.filter(({ attributes }) => attributes.stage !== 'not_startable')
    if (open.length === 0) await delay(5)
    for (const { id, attributes } of open)
      await act(url, record, path, Number(id), attributes.stage === 'startable' ? 'start' : 'finish')
  }
}

/** One action. With a key it is repeated until it is answered; without one the next look at the list tells. */
async function act(url: string, record: RunRecord, path: string, task: number, verb: string): Promise<void> {
  const action = `${task} ${verb}`
  const headers =
    task % 3 === 0 ? {} : { 'idempotency-key': `${record.runbookId} ${action}`.replaceAll(' ', '-') }
  for (;;) {
    const answer = await tryOnce(url, 'PATCH', `${path}/${task}/${verb}`, undefined, headers)
    if (answer?.status === 200) {
      if (record.inDoubt.has(action)) record.settled.add(action)
      if (record.acknowledged.has(action)) record.surprises.push(`${action} was acknowledged twice`)
      record.acknowledged.set(action, answer.requestId)
      return
    }
    if (answer && answer.status < 500) {
      record.surprises.push(`${action}: ${answer.status} ${JSON.stringify(answer.document['errors'])}`)
      return
    }
    expectMachine(record, answer)
    record.inDoubt.add(action)
    if (!('idempotency-key' in headers)) return
    await delay(50)
  }
}

/** While the machine fails, the answers for that are 503 and 504; anything else is a fault of ours. */
function expectMachine(record: RunRecord, answer: Answer | undefined): void {
  if (answer && answer.status !== 503 && answer.status !== 504)
    record.surprises.push(`${answer.status}: ${JSON.stringify(answer.document)}`)
}

/** Repeats a write under one key until it is answered: the machine may still be coming up after the kill before. */
async function surely(url: string, method: string, path: string, body: unknown): Promise<Document> {
  const headers = { 'idempotency-key': randomUUID() }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await tryOnce(url, method, path, body, headers)
    if (answer && answer.status < 300) return answer.document
    if (answer && answer.status < 500)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.document)}`)
    await delay(100)
  }
  throw new Error(`${method} ${path} was not answered`)
}

/** @returns undefined when no answer came */
async function tryOnce(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<{ [name: string]: string }> = {},
): Promise<Answer | undefined> {
  const isText = typeof body === 'string'
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const document = (await response.json()) as Document
    return { status: response.status, requestId: response.headers.get('x-request-id') ?? '', document }
  } catch {
    return undefined
  }
}
