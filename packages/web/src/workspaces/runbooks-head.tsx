import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { Icon } from '../design/icons.tsx'
import { ImportButton } from '../importing/import-button.tsx'
import { useWords } from '../language/language.ts'
import { type Workspace } from './documents.ts'
import { pathTo } from './folder-tree.ts'
import { foldersQuery } from './queries.ts'
import classes from './runbooks-page.module.css'
import { openWorkspaceDialog } from './workspace-dialog-store.ts'

interface RunbooksHeadProps {
  readonly title: string
  readonly workspace: Workspace | undefined
  readonly folderId: string | undefined
  /** Undefined while it is not known. */
  readonly total: number | undefined
  readonly mayMake: boolean
}

/** Where one is, how much is there, and what new can be made. */
export function RunbooksHead({ title, workspace, folderId, total, mayMake }: RunbooksHeadProps) {
  const { app, workspaces } = useWords()
  const { data: folders = [] } = useQuery({
    ...foldersQuery(workspace?.id ?? ''),
    enabled: workspace !== undefined && folderId !== undefined,
  })
  const path = folderId === undefined ? [] : pathTo(folders, folderId)
  const above = [
    { name: app.home, to: '/' as const, folder: undefined },
    ...(workspace ? [{ name: app.workspaces, to: '/runbooks' as const, folder: undefined }] : []),
    ...(workspace && path.length > 0
      ? [
          { name: title, to: '/workspaces/$workspaceId' as const, folder: undefined },
          ...path.slice(0, -1).map(({ id, attributes }) => ({
            name: attributes.name,
            to: '/workspaces/$workspaceId' as const,
            folder: id,
          })),
        ]
      : []),
  ]
  return (
    <header className={classes.head}>
      <div className={classes.headline}>
        <nav className={classes.crumbs} aria-label={app.breadcrumbs}>
          {above.map(({ name, to, folder }, at) => (
            <Fragment key={`${to}${folder ?? ''}${name}`}>
              {at > 0 && <Icon name="chevronRight" size={12} />}
              <Link
                to={to}
                params={{ workspaceId: workspace?.id ?? '' }}
                search={folder === undefined ? {} : { folder }}
              >
                {name}
              </Link>
            </Fragment>
          ))}
        </nav>
        <h1>
          {path.at(-1)?.attributes.name ?? (title || '\u00a0')}
          {total !== undefined && <span className={classes.total}>{workspaces.runbooks(total)}</span>}
        </h1>
      </div>
      {mayMake && (
        <div className={classes.buttons}>
          <ImportButton workspaceId={workspace?.id} />
          <Button
            leftSection={<Icon name="plus" size={14} />}
            onClick={() =>
              openWorkspaceDialog({
                kind: 'new_runbook',
                making: {
                  as: 'runbook',
                  ...(workspace ? { workspaceId: workspace.id } : {}),
                  ...(folderId === undefined ? {} : { folderId }),
                },
              })
            }
          >
            {workspaces.newRunbook}
          </Button>
        </div>
      )}
    </header>
  )
}
