import type { Visibility } from '@runsheet/domain'
import { type RawBuilder, sql } from 'kysely'

/** That a row of `runbook`, under that name in the statement, may be seen. */
export function runbookSeen(visible: Visibility): RawBuilder<boolean> {
  if (visible === 'all') return sql<boolean>`true`
  const { workspaces, folders, runbooks, offers } = visible
  return sql<boolean>`(runbook.workspace_id = any(${workspaces}) or runbook.folder_id = any(${folders}) or runbook.id = any(${runbooks})
    or (runbook.is_template and runbook.template_status = 'approved' and runbook.workspace_id = any(${offers})))`
}

/**
 * That what lies in a workspace may be seen.
 *
 * @param column holds the id of the workspace
 */
export function workspaceSeen(visible: Visibility, column: string): RawBuilder<boolean> {
  return visible === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} = any(${visible.workspaces})`
}
