import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { Fragment } from 'react'
import { WhoRuns } from '../access/who-runs.tsx'
import type { Action } from '../actions/action.ts'
import { ActionButton } from '../actions/action-button.tsx'
import { runAction } from '../actions/run-action.ts'
import {
  cancelRun,
  pauseRun,
  resumeRun,
  runbookMenu,
  setRag,
  showPeople,
  startRun,
} from '../actions/runbook-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { showShortcuts } from '../actions/view-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useDialog } from '../dialogs/dialog-store.ts'
import { useWords } from '../language/language.ts'
import { showPalette } from '../palette/palette-store.ts'
import { RefusalNote } from '../refusals/refusal-note.tsx'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { RagPill, StagePill } from '../signs/pills.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { PeopleHere } from './people-here.tsx'
import classes from './top-bar.module.css'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What is open, how it stands, who is here, and what can be done with the whole of it. */
export function TopBar() {
  const { app, people } = useWords()
  const context = useActionContext()
  const { runbook } = context.state.plan
  return (
    <>
      <header className={classes.bar}>
        <Breadcrumb runbook={runbook} />
        <StagePill stage={runbook.stage} runType={runbook.run_type} isTemplate={runbook.is_template} />
        <Rag />
        <span className={classes.space} />
        <PeopleHere />
        <Tooltip label={people.title}>
          <ActionIcon
            size={30}
            aria-label={people.title}
            className={classes.peopleButton ?? ''}
            onClick={() => runAction(showPeople, context)}
          >
            <Icon name="people" />
          </ActionIcon>
        </Tooltip>
        <button type="button" className={classes.find} onClick={() => showPalette()}>
          <Icon name="search" size={14} />
          <span className={classes.findText}>{app.findOrDo}</span>
          <kbd className={classes.kbd} aria-hidden="true">
            {isMac ? '⌘K' : 'Ctrl K'}
          </kbd>
        </button>
        <ActionButton action={startRun} context={context} fw={600} flex="none" />
        <ActionButton action={pauseRun} context={context} variant="default" flex="none" />
        <ActionButton action={resumeRun} context={context} fw={600} flex="none" />
        <MoreMenu />
      </header>
      <Refusals />
    </>
  )
}

function Rag() {
  const { run } = useWords()
  const context = useActionContext()
  const { runbook } = context.state.plan
  const pill = <RagPill status={runbook.status} />
  if (runbook.status === 'off' || !setRag.visible(context)) return pill
  return (
    <button
      type="button"
      className={classes.rag}
      title={run.bar.setStatus}
      onClick={() => runAction(setRag, context)}
    >
      {pill}
    </button>
  )
}

/** These have their own button. */
const shown: readonly Action[] = [startRun, pauseRun, resumeRun]

function MoreMenu() {
  const { run } = useWords()
  const context = useActionContext()
  const groups = [...runbookMenu.slice(0, -1), [showShortcuts], [cancelRun]]
    .map((group) => group.filter((action) => !shown.includes(action) && action.visible(context)))
    .filter((group) => group.length > 0)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={30} aria-label={run.bar.menu} flex="none">
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={320}>
        {groups.map((group, at) => (
          <Fragment key={group[0]?.id}>
            {at > 0 && <Menu.Divider />}
            {group.map((action) => (
              <Menu.Item
                key={action.id}
                leftSection={action.icon && <Icon name={action.icon} size={15} />}
                rightSection={action.keys?.[0] && <kbd className={classes.kbd}>{action.keys[0]}</kbd>}
                disabled={action.blocked?.(context) !== undefined}
                title={action.blocked?.(context)}
                onClick={() => runAction(action, context)}
              >
                {action.name()}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
        <WhoRuns state={context.state} className={classes.whoRuns} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Refusals that belong to no task: those of a dialog are told in it. */
function Refusals() {
  const room = useRoom()
  const { refusals } = useRoomState()
  const dialog = useDialog()
  const mine = refusals.filter(({ taskId }) => taskId === undefined)
  if (mine.length === 0 || dialog) return null
  return (
    <div className={classes.refusals}>
      {mine.map((refusal) => (
        <RefusalNote
          key={`${refusal.endpoint} ${refusal.error.requestId}`}
          error={refusal.error}
          onClose={() => room.closeRefusal(refusal)}
        />
      ))}
    </div>
  )
}
