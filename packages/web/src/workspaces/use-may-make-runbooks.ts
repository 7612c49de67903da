import { useQuery } from '@tanstack/react-query'
import { allows } from './documents.ts'
import { workspacesQuery } from './queries.ts'

/** Whether the person may make runbooks in some workspace; no, until that is known. */
export function useMayMakeRunbooks(): boolean {
  const { data: workspaces } = useQuery(workspacesQuery)
  return workspaces?.some((workspace) => allows(workspace, 'create', 'runbook')) ?? false
}
