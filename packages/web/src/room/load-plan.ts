import type { Client } from '@runsheet/client'
import { client } from '../server/client.ts'
import type { Plan } from './plan.ts'
import { type Documents, readPlan, TASK_FIELDS, type Wire } from './read-documents.ts'

/** As few pages as lists have. */
const LARGE = { page: { size: 100 } }

/**
 * Reads everything that the room of a runbook shows: a fixed number of requests, all at once.
 *
 * The sequence is that of the runbook before the rest is read: what happens meanwhile comes over the live stream, and
 * is applied to documents that may hold it already, which changes nothing.
 *
 * @param userId who looks
 * @throws {ApiError} 404 `not_found` when the runbook is not there for the caller
 */
export async function loadPlan(runbookId: string, userId: number): Promise<Plan> {
  const api = client()
  const params = { runbook_id: runbookId }
  const runbook = await api.send('getRunbook', { params: { id: runbookId }, query: { archived: true } })
  const { data, meta } = runbook.body
  const run = data.relationships.current_run.data
  const workspaceId = data.relationships.workspace.data?.id ?? ''
  const [workspace, tasks, streams, taskTypes, runbookTypes, users, teams, runs] = await Promise.all([
    api.getWorkspace({ params: { id: workspaceId }, query: { archived: true } }),
    api.listTasks({ params, query: { forecast: true, archived: true, fields: { task: [...TASK_FIELDS] } } }),
    listed(api.all('listStreams', { params, query: { archived: true, ...LARGE } })),
    listed(api.all('listTaskTypes', { query: LARGE })),
    listed(api.all('listRunbookTypes', { query: LARGE })),
    usersOf(api, runbookId),
    teamsOf(api, runbookId),
    run ? api.getRun({ params: { ...params, id: run.id }, query: { archived: true } }) : undefined,
  ])
  const documents: Documents = {
    seq: meta?.sequence ?? 0,
    runbook: data,
    workspace: workspace.data,
    run: runs?.data,
    runbookTypes,
    tasks: tasks.data,
    streams,
    taskTypes,
    runbookUsers: users.runbookUsers,
    users: [...users.users, ...teams.users],
    runbookTeams: teams.runbookTeams,
  }
  return readPlan(documents, userId)
}

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function usersOf(api: Client, runbookId: string): Promise<{ runbookUsers: Wire[]; users: Wire[] }> {
  const runbookUsers: Wire[] = []
  const users: Wire[] = []
  const query = { include: 'user', archived: true, ...LARGE } as const
  for await (const page of api.pages('listRunbookUsers', { params: { runbook_id: runbookId }, query })) {
    runbookUsers.push(...page.data)
    users.push(...(page.included ?? []))
  }
  return { runbookUsers, users }
}

/** Teams with their members, who need not take part in the runbook by name. */
async function teamsOf(api: Client, runbookId: string): Promise<{ runbookTeams: Wire[]; users: Wire[] }> {
  const runbookTeams: Wire[] = []
  const users: Wire[] = []
  const query = { include: 'users', archived: true, ...LARGE } as const
  for await (const page of api.pages('listRunbookTeams', { params: { runbook_id: runbookId }, query })) {
    runbookTeams.push(...page.data)
    users.push(...(page.included ?? []))
  }
  return { runbookTeams, users }
}
