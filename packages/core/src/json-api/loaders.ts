import { type Access, visibility } from '@runsheet/domain'
import { findComments } from '../comments/comment-queries.ts'
import { renderComment } from '../comments/render-comment.ts'
import { renderCustomField } from '../custom-fields/render-custom-field.ts'
import { renderFieldGroup } from '../custom-fields/render-field-group.ts'
import { renderFieldOption } from '../custom-fields/render-field-option.ts'
import { findDataSources } from '../data-sources/data-source-queries.ts'
import { renderDataSource } from '../data-sources/render-data-source.ts'
import type { Directory } from '../directory/directory.ts'
import type { Scoped } from '../directory/scoped.ts'
import { seesScoped } from '../directory/sees-scoped.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { findEventIntegrations } from '../event-integrations/event-integration-queries.ts'
import { renderEventIntegration } from '../event-integrations/render-event-integration.ts'
import { findFolders } from '../folders/folder-queries.ts'
import { renderFolder } from '../folders/render-folder.ts'
import { renderRoleType } from '../role-types/render-role-type.ts'
import { renderRole } from '../roles/render-role.ts'
import { renderRunbookTeam } from '../runbook-teams/render-runbook-team.ts'
import { findRunbookTeams } from '../runbook-teams/runbook-team-queries.ts'
import { renderRunbookType } from '../runbook-types/render-runbook-type.ts'
import { renderRunbookUser } from '../runbook-users/render-runbook-user.ts'
import { findRunbookUsers } from '../runbook-users/runbook-user-queries.ts'
import { renderRunbook } from '../runbooks/render-runbook.ts'
import { findRunbooks } from '../runbooks/runbook-queries.ts'
import { timesAt } from '../runbooks/schedule-of.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { renderRun } from '../runs/render-run.ts'
import { renderTaskAction } from '../runs/render-task-action.ts'
import { renderVersion } from '../runs/render-version.ts'
import { findRuns, findTaskActions, findVersions } from '../runs/run-queries.ts'
import { renderStreams } from '../streams/render-stream.ts'
import { renderTaskType } from '../task-types/render-task-type.ts'
import { renderTask } from '../tasks/render-task.ts'
import { taskAbilities } from '../tasks/task-abilities.ts'
import { renderTeam } from '../teams/render-team.ts'
import { findTeams } from '../teams/team-queries.ts'
import { renderUser } from '../users/render-user.ts'
import { findRoles, findUsers, roleIdsOf } from '../users/user-queries.ts'
import { renderWorkspace } from '../workspaces/render-workspace.ts'
import type { Loader, Loaders } from './include.ts'
import { findWorkspaces } from './included-workspaces.ts'
import { readIdOrNone } from './read-id.ts'
import type { Rendered } from './wire.ts'

const workspacesOf = ({ caller }: RequestBase) => visibility(caller.access, 'workspace.read')
const runbooksOf = ({ caller }: RequestBase) => visibility(caller.access, 'runbook.read')
const sourcesOf = ({ caller }: RequestBase) => visibility(caller.access, 'data_source.read')
const integrationsOf = ({ caller }: RequestBase) => visibility(caller.access, 'integration.read')
const dbOf = ({ services }: RequestBase) => services.database.db
const directoryOf = ({ services, standing, directory }: RequestBase) =>
  directory ?? services.directories.at(standing.instanceRevision)

/** Reads entries of the directory by id, those that the caller may see. */
function scoped<T extends Scoped>(
  entriesOf: (directory: Directory) => ReadonlyMap<number, T>,
  render: (entry: T, access: Access, directory: Directory) => Rendered,
): Loader {
  return async (request, ids) => {
    const directory = await directoryOf(request)
    const sees = seesScoped(request)
    return ids.flatMap((id) => {
      const entry = entriesOf(directory).get(id)
      return entry && sees(entry) ? [render(entry, request.caller.access, directory)] : []
    })
  }
}

/**
 * The runbook in which the numbers of tasks have a meaning: that of the path, else the one that the list is filtered
 * by; undefined for a list across runbooks.
 */
async function runbookAround(request: RequestBase): Promise<Snapshot | undefined> {
  const { scope, services, standing, query } = request
  if (scope.runbook_id !== undefined) return services.runbooks.view(scope.runbook_id, standing)
  const named = query.values['runbook_id']
  const id = readIdOrNone(typeof named === 'string' ? named : undefined)
  if (id === undefined) return undefined
  const [runbook] = await findRunbooks(dbOf(request), [id], runbooksOf(request))
  return runbook && services.runbooks.view(id, { ...standing, seq: runbook.seq })
}

async function loadTasks(request: RequestBase, ids: readonly number[]): Promise<Rendered[]> {
  const snapshot = await runbookAround(request)
  if (!snapshot) return []
  const view = {
    snapshot,
    moment: timesAt(snapshot, request.now),
    isForecast: false,
    fields: {},
    abilities: taskAbilities(snapshot, request.caller.access),
  }
  return ids.flatMap((task) => {
    const at = snapshot.positions.get(task)
    // A task is kept as text; what is included is few, so it is read back to be told like all others.
    return at === undefined ? [] : [JSON.parse(renderTask(view, at)) as Rendered]
  })
}

async function loadStreams(request: RequestBase, ids: readonly number[]): Promise<Rendered[]> {
  const snapshot = await runbookAround(request)
  if (!snapshot) return []
  return renderStreams(snapshot, request.caller.access).filter(({ id }) => ids.includes(Number(id)))
}

/** How the resources that relationships point at are read for `included`: one statement per type, two for people. */
export const loaders: Loaders = {
  async workspace(request, ids) {
    const rows = await findWorkspaces(dbOf(request), ids, workspacesOf(request))
    const directory = await directoryOf(request)
    return rows.map((row) => renderWorkspace(row, directory, request.caller.access))
  },
  async folder(request, ids) {
    const rows = await findFolders(dbOf(request), ids, workspacesOf(request))
    return rows.map((row) => renderFolder(row, request.caller.access))
  },
  async runbook(request, ids) {
    const rows = await findRunbooks(dbOf(request), ids, runbooksOf(request))
    const directory = await directoryOf(request)
    return rows.map((row) => renderRunbook(row, directory, request.caller.access))
  },
  runbook_version: async (request, ids) =>
    (await findVersions(dbOf(request), ids, runbooksOf(request))).map(renderVersion),
  run: async (request, ids) => (await findRuns(dbOf(request), ids, runbooksOf(request))).map(renderRun),
  runbook_type: scoped(({ runbookTypes }) => runbookTypes, renderRunbookType),
  task_type: scoped(({ taskTypes }) => taskTypes, renderTaskType),
  custom_field: scoped(({ customFields }) => customFields, renderCustomField),
  custom_field_option: async (request, ids) =>
    [...(await directoryOf(request)).customFields.values()]
      .filter(seesScoped(request))
      .flatMap((field) =>
        field.options.flatMap((option) =>
          ids.includes(option.id) ? [renderFieldOption(option, field, request.caller.access)] : [],
        ),
      ),
  custom_field_group: async (request, ids) => {
    const directory = await directoryOf(request)
    return ids.flatMap((id) => {
      const group = directory.fieldGroups.get(id)
      return group ? [renderFieldGroup(group, request.caller.access, directory)] : []
    })
  },
  task: loadTasks,
  stream: loadStreams,
  task_action: async (request, ids) =>
    (await findTaskActions(dbOf(request), ids, runbooksOf(request))).map(renderTaskAction),
  runbook_team: async (request, ids) =>
    (await findRunbookTeams(dbOf(request), ids, runbooksOf(request))).map((team) =>
      renderRunbookTeam(team, team.runbook_id, request.caller.access, request.scope),
    ),
  runbook_user: async (request, ids) =>
    (await findRunbookUsers(dbOf(request), ids, runbooksOf(request))).map((user) =>
      renderRunbookUser(user, request.caller.access, request.scope),
    ),
  team: async (request, ids) =>
    (await findTeams(dbOf(request), ids, workspacesOf(request))).map((team) =>
      renderTeam(team, request.caller.access),
    ),
  async user(request, ids) {
    const db = dbOf(request)
    const roles = await roleIdsOf(db, ids, request.caller.access)
    return (await findUsers(db, ids)).map((user) =>
      renderUser(user, roles.get(user.id) ?? [], request.caller.access),
    )
  },
  role: async (request, ids) => (await findRoles(dbOf(request), ids, request.caller.access)).map(renderRole),
  role_type: async (request, ids) =>
    (await directoryOf(request)).roleTypes.filter(({ id }) => ids.includes(id)).map(renderRoleType),
  comment: async (request, ids) =>
    (await findComments(dbOf(request), ids, runbooksOf(request))).map((comment) =>
      renderComment(comment, request.caller.access, request.scope),
    ),
  async data_source(request, ids) {
    const sources = await findDataSources(dbOf(request), ids, sourcesOf(request))
    return sources.map((source) => renderDataSource(source, request.caller.access))
  },
  async event_integration(request, ids) {
    const integrations = await findEventIntegrations(dbOf(request), ids, integrationsOf(request))
    return integrations.map((integration) => renderEventIntegration(integration, request.caller.access))
  },
}
