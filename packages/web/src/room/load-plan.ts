import type { Client } from '@runsheet/contract/client'
import { client } from '../server/client.ts'
import type { Plan } from './plan.ts'
import { type Documents, readPlan, TASK_FIELDS, type Wire } from './read-documents.ts'

/**
 * Reads everything that the room of a runbook shows: a fixed number of requests, all at once.
 *
 * The sequence is that of the runbook before the rest is read: what happens meanwhile comes over the live stream, and
 * is applied to documents that may hold it already, which changes nothing.
 *
 * @throws {ApiError} 404 `not_found` when the runbook is not there for the caller
 */
export async function loadPlan(runbookId: string): Promise<Plan> {
  const api = client()
  const params = { runbook_id: runbookId }
  const runbook = await api.send('getRunbook', { params: { id: runbookId }, query: { archived: true } })
  const { data, meta } = runbook.body
  const runRef = (data as unknown as Wire).relationships?.['current_run']?.data as { id: string } | null
  const [tasks, streams, taskTypes, runbookTypes, users, teams, runs] = await Promise.all([
    api.listTasks({ params, query: { forecast: true, archived: true, fields: { task: [...TASK_FIELDS] } } }),
    every(api, 'listStreams', { params, query: { archived: true } }),
    every(api, 'listTaskTypes', {}),
    every(api, 'listRunbookTypes', {}),
    usersOf(api, runbookId),
    every(api, 'listRunbookTeams', { params, query: { archived: true } }),
    runRef ? api.getRun({ params: { ...params, id: runRef.id }, query: { archived: true } }) : undefined,
  ])
  const documents: Documents = {
    seq: Number(meta?.['sequence'] ?? 0),
    runbook: data,
    run: runs?.data,
    runbookTypes,
    tasks: tasks.data,
    streams,
    taskTypes,
    runbookUsers: users.runbookUsers,
    users: users.users,
    runbookTeams: teams,
  }
  return readPlan(documents)
}

async function every(
  api: Client,
  name: 'listStreams' | 'listTaskTypes' | 'listRunbookTypes' | 'listRunbookTeams',
  input: object,
): Promise<Wire[]> {
  const found: Wire[] = []
  const size = { page: { size: 100 } }
  const { query, ...rest } = input as { query?: object }
  for await (const page of api.pages(name, { ...rest, query: { ...query, ...size } } as never))
    found.push(...(page.data as unknown as Wire[]))
  return found
}

async function usersOf(api: Client, runbookId: string): Promise<{ runbookUsers: Wire[]; users: Wire[] }> {
  const runbookUsers: Wire[] = []
  const users: Wire[] = []
  const query = { include: 'user', page: { size: 100 }, archived: true } as const
  for await (const page of api.pages('listRunbookUsers', { params: { runbook_id: runbookId }, query })) {
    runbookUsers.push(...(page.data as unknown as Wire[]))
    users.push(...((page.included ?? []) as unknown as Wire[]))
  }
  return { runbookUsers, users }
}
