import { ActionIcon, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { mayArchive, mayRestore, setArchived } from './archive.ts'
import { allows, linkedId, type RunbookRow } from './documents.ts'
import classes from './runbook-grid.module.css'
import { useMayMakeRunbooks } from './use-may-make-runbooks.ts'
import { openWorkspaceDialog } from './workspace-dialog-store.ts'

/** What can be done with a runbook as a whole; what the person may not do is not there. */
export function RunbookMenu({ runbook, tabIndex }: { runbook: RunbookRow; tabIndex: number }) {
  const { workspaces } = useWords()
  const navigate = useNavigate()
  const mayMake = useMayMakeRunbooks()
  const [refusal, setRefusal] = useState<string>()
  const { name, is_template, archived, stage, run_type } = runbook.attributes
  const make = (as: 'copy' | 'template' | 'from_template') =>
    openWorkspaceDialog({ kind: 'new_runbook', making: { as, source: runbook } })
  const archive = async (isArchived: boolean) => setRefusal(await setArchived(runbook, isArchived))
  return (
    <Menu onClose={() => setRefusal(undefined)}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={workspaces.menuOf(name)} tabIndex={tabIndex}>
          <Icon name="more" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="right" />}
          onClick={() => void navigate({ to: '/runbooks/$runbookId', params: { runbookId: runbook.id } })}
        >
          {workspaces.open}
        </Menu.Item>
        {!archived && is_template && mayMake && (
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => make('from_template')}>
            {workspaces.newFromTemplate}
          </Menu.Item>
        )}
        {!archived && mayMake && (
          <Menu.Item leftSection={<Icon name="copy" />} onClick={() => make('copy')}>
            {workspaces.duplicate}
          </Menu.Item>
        )}
        {!archived && !is_template && mayMake && (
          <Menu.Item leftSection={<Icon name="template" />} onClick={() => make('template')}>
            {workspaces.makeTemplate}
          </Menu.Item>
        )}
        {!archived && allows(runbook, 'update', 'runbook') && (
          <Menu.Item
            leftSection={<Icon name="folder" />}
            onClick={() =>
              openWorkspaceDialog({
                kind: 'move_runbooks',
                workspaceId: linkedId(runbook, 'workspace') ?? '',
                runbooks: [runbook],
              })
            }
          >
            {workspaces.moveToFolder}
          </Menu.Item>
        )}
        {mayArchive(runbook) && (
          <Menu.Item
            leftSection={<Icon name="archive" />}
            closeMenuOnClick={false}
            onClick={() => void archive(true)}
          >
            {workspaces.archive}
          </Menu.Item>
        )}
        {mayRestore(runbook) && (
          <Menu.Item
            leftSection={<Icon name="restore" />}
            closeMenuOnClick={false}
            onClick={() => void archive(false)}
          >
            {workspaces.restore}
          </Menu.Item>
        )}
        {allows(runbook, 'archive', 'runbook') && stage === 'planning' && run_type === null && (
          <Menu.Item
            leftSection={<Icon name="trash" />}
            onClick={() => openWorkspaceDialog({ kind: 'delete_runbook', runbook })}
          >
            {workspaces.remove}
          </Menu.Item>
        )}
        {refusal !== undefined && (
          <p className={classes.refusal} role="alert">
            {refusal}
          </p>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
