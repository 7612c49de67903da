import { Button } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { ViewControls } from '../runbook/view-controls.tsx'
import { BurnUpCard } from './burn-up-chart.tsx'
import { Nothing } from './card.tsx'
import classes from './dashboard.module.css'
import { EventsCard } from './events-card.tsx'
import { LateCard } from './late-card.tsx'
import { MilestonesCard } from './milestones-card.tsx'
import { NextCard } from './next-card.tsx'
import { CriticalCard, LoadCard } from './plan-cards.tsx'
import { LongerCard, RecordCard, SkippedCard } from './record-cards.tsx'
import { RunningCard } from './running-card.tsx'
import { StreamsCard } from './stream-cells.tsx'
import { useFigures } from './use-figures.ts'
import { Wallboard } from './wallboard.tsx'

/** A run at a glance, its plan before it, or its record after it; the same on a wall. */
export function DashboardView() {
  const { isWall } = useRunbookAddress()
  return isWall ? <Wallboard /> : <Board />
}

function Board() {
  const { dashboard } = useWords()
  const { plan } = useRoomState()
  const { setWall } = useRunbookAddress()
  return (
    <section className={classes.board} aria-label={dashboard.title} tabIndex={-1}>
      <ViewControls>
        <Button
          variant="default"
          leftSection={<Icon name="full" size={14} />}
          rightSection={<kbd>W</kbd>}
          onClick={() => setWall(true)}
        >
          {dashboard.wallboard}
        </Button>
      </ViewControls>
      {plan.tasks.length === 0 ? <Nothing>{dashboard.empty}</Nothing> : <Cards />}
    </section>
  )
}

function Cards() {
  const { plan } = useRoomState()
  const { figures, burnUp, lateness } = useFigures()
  const isOver = plan.run?.end_actual != null
  if (plan.run === null)
    return (
      <div className={classes.columns}>
        <div className={classes.column}>
          <StreamsCard figures={figures} />
          <LoadCard />
        </div>
        <div className={classes.column}>
          <MilestonesCard />
          <CriticalCard figures={figures} />
          <BurnUpCard of={burnUp} />
        </div>
      </div>
    )
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {isOver && <RecordCard figures={figures} />}
        <StreamsCard figures={figures} />
        <BurnUpCard of={burnUp} />
        <MilestonesCard />
        {!isOver && <EventsCard />}
      </div>
      <div className={classes.column}>
        {isOver ? (
          <>
            <LongerCard />
            <SkippedCard figures={figures} />
          </>
        ) : (
          <>
            <RunningCard figures={figures} />
            <NextCard figures={figures} />
            <LateCard lateness={lateness} />
          </>
        )}
        {isOver && <EventsCard />}
      </div>
    </div>
  )
}
