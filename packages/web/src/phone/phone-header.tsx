import { Menu, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { WhoRuns } from '../access/who-runs.tsx'
import { runAction } from '../actions/run-action.ts'
import {
  cancelRun,
  pauseRun,
  resumeRun,
  returnToPlanning,
  setRag,
  showPeople,
  startRun,
} from '../actions/runbook-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { showPalette } from '../palette/palette-store.ts'
import { StagePill } from '../signs/pills.tsx'
import classes from './phone-header.module.css'

const runActions = [startRun, pauseRun, resumeRun, returnToPlanning, setRag, showPeople, cancelRun]

/** The name of the runbook between the way back and the search; its stage, behind which lies what can be done with the run. */
export function PhoneHeader() {
  const { app, phone } = useWords()
  const context = useActionContext()
  const { runbook } = context.state.plan
  const offered = runActions.filter((action) => action.visible(context))
  const pill = <StagePill stage={runbook.stage} runType={runbook.run_type} isTemplate={runbook.is_template} />
  const stage =
    app.stages[
      runbook.is_template
        ? 'template'
        : runbook.stage === 'active' && runbook.run_type === 'rehearsal'
          ? 'rehearsal'
          : runbook.stage
    ]
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.button} aria-label={phone.back}>
        <Icon name="chevronLeft" size={22} />
      </Link>
      <h1 className={classes.name}>{runbook.name}</h1>
      {offered.length === 0 ? (
        pill
      ) : (
        <Menu withinPortal>
          <Menu.Target>
            <UnstyledButton className={classes.stage} aria-label={phone.runMenu(stage)}>
              {pill}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((action) => (
              <Menu.Item
                key={action.id}
                className={classes.item}
                leftSection={action.icon && <Icon name={action.icon} size={18} />}
                onClick={() => runAction(action, context)}
              >
                {action.name()}
              </Menu.Item>
            ))}
            <WhoRuns state={context.state} className={classes.who} />
          </Menu.Dropdown>
        </Menu>
      )}
      <UnstyledButton className={classes.button} aria-label={app.findOrDo} onClick={() => showPalette()}>
        <Icon name="search" size={20} />
      </UnstyledButton>
    </header>
  )
}
