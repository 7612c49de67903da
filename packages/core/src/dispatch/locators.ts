import type { Access, Scope } from '@runsheet/domain'
import { findFieldUser } from '../custom-fields/user-queries.ts'
import { findDataSource } from '../data-sources/data-source-queries.ts'
import type { Directory } from '../directory/directory.ts'
import { findEventIntegration } from '../event-integrations/event-integration-queries.ts'
import { findScopes, findSeenRole } from '../roles/role-queries.ts'
import { scopeOf } from '../runbooks/scope-of.ts'
import { findPlacedTeam } from '../teams/team-queries.ts'
import { findSeenUser } from '../users/user-queries.ts'
import type { Services } from './services.ts'

/** Where something lies that no path puts into a runbook or a workspace. */
export interface Found {
  /** Null for what belongs to the whole instance. */
  readonly workspace_id: number | null
  readonly folder_id?: number | null
  readonly team_id?: number
  /** The runbook in which it lies, for what lies in one. */
  readonly runbook?: Scope
  readonly isArchived: boolean
  /** It is read whether or not it is archived. */
  readonly staysReadable?: boolean
  /** Who may read it does so whether or not they see the workspace. */
  readonly hasOwnReaders?: boolean
}

interface Asking {
  readonly services: Services
  readonly access: Access
  readonly instanceRevision: number
}

type Locator = (asking: Asking, id: number) => Promise<Found | undefined>

interface Kept {
  readonly workspace_id: number | null
  readonly archived_at: number | null
}

const inDirectory =
  (entriesOf: (directory: Directory) => ReadonlyMap<number, Kept>): Locator =>
  async ({ services, instanceRevision }, id) => {
    const entry = entriesOf(await services.directories.at(instanceRevision)).get(id)
    return entry && { workspace_id: entry.workspace_id, isArchived: entry.archived_at !== null }
  }

/** How the thing is found that a path begins with, by the noun of the path. */
export const locators: Readonly<Record<string, Locator>> = {
  runbook_types: inDirectory(({ runbookTypes }) => runbookTypes),
  task_types: inDirectory(({ taskTypes }) => taskTypes),
  // Archived fields stay readable, because values of them do.
  custom_fields: async (asking, id) => {
    const found = await inDirectory(({ customFields }) => customFields)(asking, id)
    return found && { ...found, staysReadable: true }
  },
  roles: async ({ services, access }, id) => {
    const { db } = services.database
    const role = await findSeenRole(db, id, access)
    if (!role) return undefined
    const { scope_type: type, scope_id } = role
    const [place] = type === null || scope_id === null ? [] : await findScopes(db, [{ type, id: scope_id }])
    return {
      workspace_id: place?.workspace_id ?? null,
      folder_id: type === 'folder' ? scope_id : null,
      isArchived: false,
    }
  },
  custom_field_groups: async ({ services, instanceRevision }, id) => {
    const { fieldGroups } = await services.directories.at(instanceRevision)
    return fieldGroups.has(id) ? { workspace_id: null, isArchived: false } : undefined
  },
  custom_field_users: async ({ services }, id) => {
    const found = await findFieldUser(services.database.db, id)
    return (
      found && {
        workspace_id: found.runbook.workspace_id,
        runbook: scopeOf(found.runbook),
        isArchived: found.isArchived,
      }
    )
  },
  data_sources: async ({ services }, id) => {
    const source = await findDataSource(services.database.db, id)
    return source && { workspace_id: null, isArchived: source.archived_at !== null }
  },
  event_integrations: async ({ services }, id) => {
    const integration = await findEventIntegration(services.database.db, id)
    return (
      integration && {
        workspace_id: integration.place_id,
        isArchived: integration.is_archived,
        hasOwnReaders: true,
      }
    )
  },
  teams: async ({ services }, id) => {
    const team = await findPlacedTeam(services.database.db, id)
    return team && { workspace_id: team.workspace_id, team_id: id, isArchived: team.is_archived }
  },
  users: async ({ services, access }, id) => {
    const user = await findSeenUser(services.database.db, id, access)
    return user && { workspace_id: null, isArchived: user.archived_at !== null }
  },
}
