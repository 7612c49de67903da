import type { Endpoint } from '@runsheet/contract'
import { writeOf } from '../planning/planner.ts'
import type { Ids } from './matrix-world.ts'

export interface MatrixRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** Where the body says the place: complete but for something that is judged after the caller. */
const bodies: Readonly<Record<string, (ids: Ids) => unknown>> = {
  createFolder: ({ folder }) => writeOf('folder', { name: 'Below' }, { parent_folder: folder as string }),
  createRunbook: ({ workspace, folder }) =>
    writeOf(
      'runbook',
      { name: 'Failover' },
      { workspace: workspace as string, folder: folder as string, runbook_type: '999999' },
    ),
  createRunbookType: ({ workspace }) =>
    writeOf('runbook_type', { name: 'Local', key: 'local' }, { workspace: workspace as string }),
  createTaskType: ({ workspace }) =>
    writeOf('task_type', { name: 'Local', key: 'local' }, { workspace: workspace as string }),
  createCustomFieldUser: ({ runbook, task, user }) =>
    writeOf(
      'custom_field_user',
      {},
      {
        custom_field: '999999',
        runbook: runbook as string,
        task: task as string,
        user: user as string,
      },
    ),
  createEventIntegration: ({ workspace }) =>
    writeOf(
      'event_integration',
      { name: 'Pager', event_types: ['run.started'], url: 'https://127.0.0.1/' },
      { workspace: workspace as string },
    ),
  // A name that another team has.
  createTeam: ({ workspace }) => writeOf('team', { name: 'Operations' }, { workspace: workspace as string }),
  grantRole: ({ user, workspace }) => ({
    data: {
      type: 'role',
      relationships: {
        user: { data: { type: 'user', id: user } },
        // Member, which the person is already.
        role_type: { data: { type: 'role_type', id: '8' } },
        scope: { data: { type: 'workspace', id: workspace } },
      },
    },
  }),
}

const queries: Readonly<Record<string, string>> = {
  deleteTasks: 'task_ids=999999',
  getUploadUrl: 'filename=sites.csv',
}

/** By which noun a path goes on to something of another type. */
const types: Readonly<Record<string, string>> = {
  runbooks: 'runbook',
  workspaces: 'workspace',
  users: 'user',
}

/**
 * A request to an endpoint in a place that nobody can do: who may is told what is wrong with it, and nothing is changed.
 *
 * @returns undefined when the place has nothing that the path could name
 */
export function requestTo(
  name: string,
  endpoint: Endpoint,
  ids: Ids,
  query: string | undefined = queries[name],
): MatrixRequest | undefined {
  const { method, body, resource } = endpoint
  const words = endpoint.path.split('/')
  const path: string[] = []
  for (const [at, word] of words.entries()) {
    if (!word.startsWith(':')) {
      path.push(word)
      continue
    }
    const type = types[words[at - 1] ?? ''] ?? (word === ':id' ? resource.type : word.slice(1, -'_id'.length))
    const id = ids[type]
    if (id === undefined) return undefined
    path.push(id)
  }
  const wrong =
    body === undefined
      ? undefined
      : body.kind === 'csv'
        ? 'nothing\nof that kind'
        : body.kind === 'meta'
          ? { meta: { nothing: true } }
          : { data: body.kind === 'documents' ? [{ type: 'nothing' }] : { type: 'nothing' } }
  return {
    method,
    path: path.join('/') + (query === undefined ? '' : `?${query}`),
    body: bodies[name]?.(ids) ?? wrong,
  }
}
