import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../language/language.ts'
import type { Runbook } from '../room/plan.ts'
import { client } from '../server/client.ts'
import classes from './top-bar.module.css'

/** Where a runbook lies: its workspace, its folder, and its name. */
export function Breadcrumb({ runbook }: { runbook: Runbook }) {
  const { run } = useWords()
  const workspaceId = String(runbook.workspace_id)
  const folderId = runbook.folder_id === null ? undefined : String(runbook.folder_id)
  const staleTime = 5 * 60_000
  const workspace = useQuery({
    queryKey: ['workspace', workspaceId],
    staleTime,
    queryFn: ({ signal }) => client().getWorkspace({ params: { id: workspaceId }, signal }),
  })
  const folder = useQuery({
    queryKey: ['folder', workspaceId, folderId],
    staleTime,
    enabled: folderId !== undefined,
    queryFn: ({ signal }) =>
      client().getFolder({ params: { workspace_id: workspaceId, id: folderId ?? '' }, signal }),
  })
  const workspaceName = workspace.data?.data.attributes.name
  const folderName = folder.data?.data.attributes.name
  return (
    <nav className={classes.crumbs} aria-label={run.bar.crumbs}>
      {workspaceName && (
        <>
          <Link to="/workspaces/$workspaceId" params={{ workspaceId }} className={classes.crumb}>
            {workspaceName}
          </Link>
          <span className={classes.slash}>/</span>
        </>
      )}
      {folderName && (
        <>
          <Link
            to="/workspaces/$workspaceId"
            params={{ workspaceId }}
            search={{ folder: folderId }}
            className={classes.crumb}
          >
            {folderName}
          </Link>
          <span className={classes.slash}>/</span>
        </>
      )}
      <h1 className={classes.name} title={runbook.name}>
        {runbook.name}
      </h1>
    </nav>
  )
}
