import { AppError, type eventIntegrationEndpoints, type Identifier, problem } from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import { authorise } from '../dispatch/authorise.ts'
import type { CoreRequest, RequestBase } from '../dispatch/request.ts'
import { readId } from '../json-api/read-id.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'
import { checkWebhookUrl } from './webhook-url.ts'

type Endpoints = typeof eventIntegrationEndpoints

/** What an integration is about; both null for the instance. */
export interface Scoped {
  readonly workspace_id: number | null
  readonly runbook_type_id: number | null
}

const at = (name: string) => ({ pointer: `/data/relationships/${name}/data` })

/**
 * The scope that a create names, where the caller may manage integrations.
 *
 * @throws {AppError} 422 `related_not_found`, `validation_failed` for two scopes, 403 `insufficient_role`
 */
export async function readScope(request: CoreRequest<Endpoints['createEventIntegration']>): Promise<Scoped> {
  const { workspace, runbook_type } = request.write.relationships as Readonly<
    Record<string, Identifier | null | undefined>
  >
  if (workspace && runbook_type)
    throw new AppError(
      problem('validation_failed', {}, { ...at('runbook_type'), meta: { reason: 'one_scope' } }),
    )
  const workspace_id = workspace ? await readWorkspace(request, workspace) : null
  const type = runbook_type ? await readType(request, runbook_type) : undefined
  const place = workspace_id ?? type?.workspace_id ?? undefined
  authorise(request, 'integration.manage', { workspace_id: place })
  return { workspace_id, runbook_type_id: type?.id ?? null }
}

const notFound = ({ type, id }: Identifier) =>
  new AppError(problem('related_not_found', { type, id }, at(type)))

async function readWorkspace({ services, caller }: RequestBase, named: Identifier): Promise<number> {
  const found = await findWorkspace(services.database.db, readId(named.id))
  const isSeen = found && isAllowed(caller.access, 'workspace.read', { workspace_id: found.id })
  if (!isSeen || found.archived_at !== null) throw notFound(named)
  return found.id
}

async function readType({ services, caller, standing }: RequestBase, named: Identifier) {
  const { runbookTypes } = await services.directories.at(standing.instanceRevision)
  const type = runbookTypes.get(readId(named.id))
  const isSeen =
    type &&
    (type.workspace_id === null ||
      isAllowed(caller.access, 'workspace.read', { workspace_id: type.workspace_id }))
  if (!isSeen || type.archived_at !== null) throw notFound(named)
  return type
}

/** @throws {AppError} 422 `webhook_url_blocked` */
export function checkUrl({ services }: RequestBase, { url }: { readonly url?: string }): void {
  if (url !== undefined) checkWebhookUrl(url, services.letsPrivateWebhooks)
}
