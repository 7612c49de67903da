import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { pathTo } from '../workspaces/folder-tree.ts'
import { foldersQuery, workspacesQuery } from '../workspaces/queries.ts'
import classes from './import.module.css'

interface PlaceCrumbsProps {
  readonly workspaceId: string | undefined
  readonly folderId: string | undefined
}

/** The workspace and the folders in which a runbook lies. */
export function PlaceCrumbs({ workspaceId, folderId }: PlaceCrumbsProps) {
  const { data: workspaces } = useQuery(workspacesQuery)
  const { data: folders } = useQuery({
    ...foldersQuery(workspaceId ?? ''),
    enabled: workspaceId !== undefined && folderId !== undefined,
  })
  const workspace = workspaces?.find(({ id }) => id === workspaceId)
  if (!workspace) return null
  const params = { workspaceId: workspace.id }
  const path = folderId === undefined ? [] : pathTo(folders ?? [], folderId)
  return (
    <>
      <Link to="/workspaces/$workspaceId" params={params} className={classes.crumb}>
        {workspace.attributes.name}
      </Link>
      <span className={classes.slash}>/</span>
      {path.map(({ id, attributes }) => (
        <span key={id} className={classes.step}>
          <Link
            to="/workspaces/$workspaceId"
            params={params}
            search={{ folder: id }}
            className={classes.crumb}
          >
            {attributes.name}
          </Link>
          <span className={classes.slash}>/</span>
        </span>
      ))}
    </>
  )
}
