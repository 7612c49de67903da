import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { uiStoreOf, useRunbookUi } from '../runbook/runbook-ui.ts'
import { ViewControls } from '../runbook/view-controls.tsx'
import { useMe } from '../server/use-me.ts'
import { PulseMark } from '../signs/task-marks.tsx'
import { LastComment } from './last-comment.tsx'
import { MineCard } from './mine-card.tsx'
import { nowGroups } from './now-groups.ts'
import classes from './now-panel.module.css'
import { NextRow, RunningRow, StartableRow } from './now-rows.tsx'

/** How many of each group are shown: it is a panel to glance at, not a list. */
const SHOWN = { mine: 4, running: 6, startable: 5, next: 3 }

/** What goes on now: mine, what runs, what can start, what comes next. Folded it is a button with its counts, in the bar of views. */
export function NowPanel() {
  const { clock } = useWords()
  const room = useRoom()
  const { plan, schedule } = useRoomState()
  const hand = useRunbookUi(room.runbookId)
  const me = Number(useMe().id)
  const isNarrow = useMediaQuery('(max-width: 1279px)', undefined, { getInitialValueInEffect: false })
  const [isOverlaid, setOverlaid] = useState(false)
  const groups = useMemo(() => nowGroups(plan, schedule, me), [plan, schedule, me])
  const isOpen = isNarrow ? isOverlaid : hand.isNowPanelOpen
  const setOpen = (next: boolean) =>
    isNarrow ? setOverlaid(next) : uiStoreOf(room.runbookId).set({ isNowPanelOpen: next })
  const { mine, running, startable, next, runningCount, startableCount } = groups
  const isOver = plan.run?.end_actual != null
  if (isOver) return null
  if (!isOpen)
    return (
      <ViewControls>
        <button
          type="button"
          className={classes.opener}
          aria-label={clock.now.open}
          onClick={() => setOpen(true)}
        >
          {mine.length > 0 && (
            <b>
              {clock.now.yours} {mine.length}
            </b>
          )}
          <span className={classes.counts}>{clock.now.counts(runningCount, startableCount)}</span>
        </button>
      </ViewControls>
    )
  const [first, ...others] = mine
  return (
    <aside
      className={isNarrow ? `${classes.panel} ${classes.overlay}` : classes.panel}
      aria-label={clock.now.panel}
    >
      <section>
        <h2 className={classes.title}>
          {clock.now.yours} <span>{mine.length > 0 && mine.length}</span>
          <button
            type="button"
            className={classes.fold}
            aria-label={clock.now.hide}
            title={clock.now.hide}
            onClick={() => setOpen(false)}
          >
            <Icon name="chevronRight" size={14} />
          </button>
        </h2>
        {first === undefined ? (
          <div className={classes.quiet}>{clock.now.nothing}</div>
        ) : (
          <MineCard at={first} />
        )}
        {others
          .slice(0, SHOWN.mine)
          .map((at) =>
            plan.tasks[at]?.stage === 'startable' ? (
              <StartableRow key={plan.tasks[at].id} at={at} />
            ) : (
              <RunningRow key={plan.tasks[at]?.id} at={at} />
            ),
          )}
        <More count={others.length - SHOWN.mine} />
      </section>
      {running.length > 0 && (
        <section>
          <h2 className={classes.title}>
            {clock.now.running} <span>{running.length}</span>
          </h2>
          {running.slice(0, SHOWN.running).map((at) => (
            <RunningRow key={plan.tasks[at]?.id} at={at} />
          ))}
          <More count={running.length - SHOWN.running} />
        </section>
      )}
      {startable.length > 0 && (
        <section>
          <h2 className={classes.title}>
            {clock.now.canStart}{' '}
            <span>{mine.length > 0 ? clock.now.more(startable.length) : startable.length}</span>
          </h2>
          {startable.slice(0, SHOWN.startable).map((at) => (
            <StartableRow key={plan.tasks[at]?.id} at={at} />
          ))}
          <More count={startable.length - SHOWN.startable} />
        </section>
      )}
      {next.length > 0 && (
        <section>
          <h2 className={classes.title}>
            {clock.now.next} <PulseMark />
          </h2>
          {next.slice(0, SHOWN.next).map((at) => (
            <NextRow key={plan.tasks[at]?.id} at={at} />
          ))}
        </section>
      )}
      <LastComment />
    </aside>
  )
}

function More({ count }: { count: number }) {
  const { run } = useWords()
  return count > 0 ? <div className={classes.quiet}>{run.andMore(count)}</div> : null
}
