import { AppError, type Problem, problem, type RoleAttributes, type ScopeType } from '@runsheet/contract'
import { isAllowed, type RoleKey, scopesOf } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { RoleType } from '../directory/directory.ts'
import { authorise } from '../dispatch/authorise.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { readId } from '../json-api/read-id.ts'
import { findPresentRunbook } from '../runbooks/runbook-queries.ts'
import { scopeOf } from '../runbooks/scope-of.ts'
import { checkOwnersOnly } from './owners.ts'
import { findScopes, type ScopePlace } from './role-queries.ts'

/** A part in a runbook that somebody is to have. */
export interface Part {
  readonly runbook_id: number
  readonly workspace_id: number
  readonly role: 'runbook_admin' | 'stream_editor' | 'participant'
  readonly stream_id: number | null
}

/** A role as it is to be granted; without a scope on the whole instance. */
export interface Grant {
  readonly roleType: RoleType
  readonly scope: ScopePlace | null
}

export interface Grants {
  readonly roles: readonly Grant[]
  readonly parts: readonly Part[]
}

/** A role that a body asks for, and where its members stand there. */
export interface Asked extends RoleAttributes {
  readonly at: { readonly role: string; readonly scopeType: string; readonly scopeId: string }
}

/** The roles of a list in a body. @param pointer to the list */
export function askedIn(sent: readonly RoleAttributes[], pointer: string): Asked[] {
  return sent.map((attributes, index) => ({
    ...attributes,
    at: {
      role: `${pointer}/${index}/role_type_id`,
      scopeType: `${pointer}/${index}/resource_type`,
      scopeId: `${pointer}/${index}/resource_id`,
    },
  }))
}

interface Wanted {
  readonly roleType: RoleType
  readonly scope: { readonly type: ScopeType; readonly id: number } | null
  readonly at: Asked['at']
}

const partOf = {
  runbook_admin: 'runbook_admin',
  runbook_team_member: 'participant',
  stream_editor: 'stream_editor',
} as const

/**
 * What roles a write names: each of a known type, on something of the right kind that the caller sees, and that the caller
 * may grant.
 *
 * @throws {AppError} 422 `related_not_found` or `role_scope_invalid`, all of them together; 403 `insufficient_role`
 */
export async function readGrants(request: RequestBase, trx: Trx, sent: readonly Asked[]): Promise<Grants> {
  const { roleTypes } = await request.services.directories.at(request.standing.instanceRevision)
  const problems: Problem[] = []
  const wanted = sent.flatMap((asked) => {
    const read = readWanted(roleTypes, asked, problems)
    return read ? [read] : []
  })
  const places = await findScopes(
    trx,
    wanted.flatMap(({ scope }) => (scope ? [scope] : [])),
  )
  const roles = new Map<string, Grant>()
  const parts: Part[] = []
  for (const want of wanted) {
    const { scope, roleType } = want
    if (scope?.type === 'runbook' || scope?.type === 'stream') {
      const part = await readPart(request, trx, roleType.key, scope.type, scope.id)
      if (part) parts.push(part)
      else problems.push(missing(want))
      continue
    }
    const place = scope && places.find(({ type, id }) => type === scope.type && id === scope.id)
    if (scope && (!place || !isSeen(request, place))) problems.push(missing(want))
    else roles.set(`${roleType.id} ${scope?.type} ${scope?.id}`, { roleType, scope: place ?? null })
  }
  if (problems.length > 0) throw new AppError(problems)
  for (const grant of roles.values()) checkMayGrant(request, grant)
  return { roles: [...roles.values()], parts }
}

/**
 * Whether the caller may grant or revoke such a role: that of the Owner Owners, others on the instance who manages people,
 * the rest whoever grants roles there.
 *
 * @throws {AppError} 403 `insufficient_role`
 */
export function checkMayGrant(
  request: Pick<RequestBase, 'caller'>,
  { roleType, scope }: { roleType: Pick<RoleType, 'key'>; scope: ScopePlace | null },
): void {
  if (roleType.key === 'owner') checkOwnersOnly(request.caller.access)
  if (!scope) return authorise(request, 'people.manage', {})
  authorise(request, 'role.grant', {
    workspace_id: scope.workspace_id,
    folder_id: scope.type === 'folder' ? scope.id : null,
  })
}

function readWanted(
  roleTypes: readonly RoleType[],
  { role_type_id, resource_id = null, resource_type = null, at }: Asked,
  problems: Problem[],
): Wanted | undefined {
  const roleType = roleTypes.find(({ id }) => id === readId(role_type_id))
  if (!roleType) {
    const about = { type: 'role_type', id: role_type_id }
    problems.push(problem('related_not_found', about, { pointer: at.role }))
    return undefined
  }
  const scopes = scopesOf(roleType.key)
  const isWhole = (resource_id === null) === (resource_type === null)
  if (!isWhole || !scopes.includes(resource_type ?? 'instance')) {
    const allowed = scopes.filter((scope) => scope !== 'instance')
    problems.push(
      problem(
        'role_scope_invalid',
        { role: roleType.key, allowed },
        { pointer: isWhole || resource_id !== null ? at.scopeType : at.scopeId },
      ),
    )
    return undefined
  }
  const scope =
    resource_type === null || resource_id === null ? null : { type: resource_type, id: readId(resource_id) }
  return { roleType, scope, at }
}

const missing = ({ scope, at }: Wanted) =>
  problem(
    'related_not_found',
    { type: scope?.type ?? '', id: String(scope?.id ?? '') },
    { pointer: at.scopeId },
  )

const isSeen = ({ caller }: RequestBase, { workspace_id, is_archived }: ScopePlace) =>
  !is_archived && isAllowed(caller.access, 'workspace.read', { workspace_id })

/** @throws {AppError} 403 `insufficient_role` when the caller sees the runbook and may not say who takes part in it */
async function readPart(
  request: RequestBase,
  trx: Trx,
  key: RoleKey,
  type: 'runbook' | 'stream',
  id: number,
): Promise<Part | undefined> {
  const isStream = type === 'stream'
  const runbookId = isStream ? await findRunbookOfStream(trx, id) : id
  const runbook = runbookId === undefined ? undefined : await findPresentRunbook(trx, runbookId)
  if (!runbook) return undefined
  if (!isAllowed(request.caller.access, 'runbook.read', scopeOf(runbook))) return undefined
  authorise(request, 'runbook.people', scopeOf(runbook))
  return {
    runbook_id: runbook.id,
    workspace_id: runbook.workspace_id,
    role: partOf[key as keyof typeof partOf],
    stream_id: isStream ? id : null,
  }
}

async function findRunbookOfStream(trx: Trx, streamId: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select r.id from stream s join runbook r on r.current_version_id = s.version_id where s.id = ${streamId}`.execute(
    trx,
  )
  return rows[0]?.id
}
