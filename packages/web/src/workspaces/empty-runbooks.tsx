import { Button } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { mayMakeWorkspaces } from './may-make-workspaces.ts'
import classes from './runbooks-page.module.css'
import { hasRunbookFilters, type RunbooksSearch, withoutFilters } from './runbooks-search.ts'
import { openWorkspaceDialog } from './workspace-dialog-store.ts'

interface EmptyRunbooksProps {
  readonly search: RunbooksSearch
  readonly workspaceId: string | undefined
  readonly hasWorkspaces: boolean
  readonly mayMake: boolean
  readonly onClear: (search: RunbooksSearch) => void
}

/** What stands in place of a list without rows, and what to do about it. */
export function EmptyRunbooks({ search, workspaceId, hasWorkspaces, mayMake, onClear }: EmptyRunbooksProps) {
  const { workspaces } = useWords()
  const mayMakeWorkspace = mayMakeWorkspaces(useMe())
  if (!hasWorkspaces)
    return (
      <div className={classes.state}>
        <strong>{mayMakeWorkspace ? workspaces.noWorkspaceFirst : workspaces.noWorkspace}</strong>
        {mayMakeWorkspace ? (
          <Button onClick={() => openWorkspaceDialog({ kind: 'new_workspace' })}>
            {workspaces.newWorkspace}
          </Button>
        ) : (
          <p>{workspaces.noWorkspaceHint}</p>
        )}
      </div>
    )
  if (hasRunbookFilters(search)) {
    const { kind, archived, ...others } = search
    const isOnlyKind = !hasRunbookFilters(others)
    const isTemplates = isOnlyKind && kind === 'template' && !archived
    const isArchive = isOnlyKind && archived === true && kind === undefined
    return (
      <div className={classes.state}>
        <strong>
          {isTemplates
            ? workspaces.emptyTemplates
            : isArchive
              ? workspaces.emptyArchive
              : workspaces.emptyFilter}
        </strong>
        {isTemplates && <p>{workspaces.emptyTemplatesHint}</p>}
        <Button variant="default" onClick={() => onClear(withoutFilters(search))}>
          {workspaces.filter.clear}
        </Button>
      </div>
    )
  }
  const { folder: folderId } = search
  return (
    <div className={classes.state}>
      <strong>{workspaces.empty}</strong>
      {mayMake && (
        <>
          <p>{workspaces.emptyHint}</p>
          <Button
            leftSection={<Icon name="plus" size={14} />}
            onClick={() =>
              openWorkspaceDialog({
                kind: 'new_runbook',
                making: {
                  as: 'runbook',
                  ...(workspaceId === undefined ? {} : { workspaceId }),
                  ...(folderId === undefined ? {} : { folderId }),
                },
              })
            }
          >
            {workspaces.newRunbook}
          </Button>
        </>
      )}
    </div>
  )
}
