import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { doToAll, mayArchive, mayRestore, type Progress } from './archive.ts'
import classes from './bulk-bar.module.css'
import { allows, linkedId, type RunbookRow } from './documents.ts'
import { openWorkspaceDialog } from './workspace-dialog-store.ts'

interface BulkBarProps {
  readonly runbooks: readonly RunbookRow[]
  readonly workspaceId: string | undefined
  readonly onSelect: (ids: ReadonlySet<string>) => void
}

/** What can be done with all that is selected. What stopped half-way stays selected from where it stopped. */
export function BulkBar({ runbooks, workspaceId, onSelect }: BulkBarProps) {
  const { workspaces } = useWords()
  const [progress, setProgress] = useState<Progress>()
  const isBusy = progress !== undefined && progress.stopped === undefined
  const run = async (act: (runbook: RunbookRow) => Promise<unknown>) => {
    const { done, stopped } = await doToAll(runbooks, act, setProgress)
    if (!stopped) setProgress(undefined)
    onSelect(new Set(stopped ? runbooks.slice(done).map(({ id }) => id) : []))
  }
  const places = new Set(runbooks.map((runbook) => linkedId(runbook, 'workspace')))
  const place = workspaceId ?? (places.size === 1 ? [...places][0] : undefined)
  const mayMove =
    place !== undefined &&
    runbooks.every((one) => allows(one, 'update', 'runbook') && !one.attributes.archived)
  return (
    <div className={classes.place}>
      <div className={classes.bar} role="toolbar" aria-label={workspaces.selected(runbooks.length)}>
        <span className={classes.count} role="status">
          {isBusy ? workspaces.progress(progress.done, progress.all) : workspaces.selected(runbooks.length)}
        </span>
        {runbooks.every(mayArchive) && (
          <Button
            size="compact-sm"
            loading={isBusy}
            className={classes.button ?? ''}
            leftSection={<Icon name="archive" size={14} />}
            onClick={() => void run(({ id }) => client().archiveRunbook({ params: { id } }))}
          >
            {workspaces.archive}
          </Button>
        )}
        {runbooks.every(mayRestore) && (
          <Button
            size="compact-sm"
            loading={isBusy}
            className={classes.button ?? ''}
            leftSection={<Icon name="restore" size={14} />}
            onClick={() => void run(({ id }) => client().restoreRunbook({ params: { id } }))}
          >
            {workspaces.restore}
          </Button>
        )}
        {mayMove && (
          <Button
            size="compact-sm"
            disabled={isBusy}
            className={classes.button ?? ''}
            leftSection={<Icon name="folder" size={14} />}
            onClick={() => openWorkspaceDialog({ kind: 'move_runbooks', workspaceId: place, runbooks })}
          >
            {workspaces.moveToFolder}
          </Button>
        )}
        <ActionIcon
          className={classes.button ?? ''}
          size={26}
          aria-label={workspaces.clearSelection}
          onClick={() => onSelect(new Set())}
        >
          <Icon name="close" size={14} />
        </ActionIcon>
      </div>
      {progress?.stopped && (
        <p className={classes.refusal} role="alert">
          {workspaces.stoppedAt(progress.stopped.name, progress.stopped.why)}
        </p>
      )}
    </div>
  )
}
