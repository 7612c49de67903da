import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { objectiveOf } from '../room/objective.ts'
import type { RoomState } from '../room/room-state.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { useRunbookUi } from '../runbook/runbook-ui.ts'
import { clockSeconds } from '../time/format.ts'
import { useSecond } from '../time/use-clock.ts'
import classes from './clock-band.module.css'
import { CompactBand } from './compact-band.tsx'
import { ElapsedBlock } from './elapsed-block.tsx'
import { EndBlock } from './end-block.tsx'
import { milestonesOf } from './milestones.ts'
import { ObjectiveBlock } from './objective-block.tsx'
import { PausedBlock } from './paused-block.tsx'
import { CriticalBlock, FindingsBlock, LengthBlock, StartBlock } from './planning-blocks.tsx'
import { RecordBlock } from './record-block.tsx'
import { RunLine } from './run-line.tsx'
import { WhyBlock } from './why-block.tsx'

/** The one place that answers in all views: how long, until when, why, and is the objective met. */
export function ClockBand() {
  const { clock } = useWords()
  const state = useRoomState()
  const { runbookId } = useRoom()
  const hand = useRunbookUi(runbookId)
  const isLow = useMediaQuery('(max-height: 719px)', undefined, { getInitialValueInEffect: false })
  const { run, runbook } = state.plan
  const asOf =
    state.connection === 'broken' && state.brokenSince !== undefined
      ? clockSeconds(state.brokenSince, runbook.timezone)
      : undefined
  if (hand.isBandCompact || isLow) return <CompactBand state={state} asOf={asOf} />
  if (!run)
    return (
      <section className={`${classes.band} ${classes.planning}`} aria-label={clock.band}>
        <div className={`${classes.hero} ${classes.heroPlanning}`}>
          <LengthBlock state={state} />
          <StartBlock state={state} />
          <CriticalBlock state={state} />
          <FindingsBlock state={state} runbookId={runbookId} />
        </div>
      </section>
    )
  const isPaused = runbook.stage === 'paused'
  return (
    <section className={classes.band} aria-label={clock.band}>
      <div className={classes.hero}>
        <ElapsedBlock state={state} asOf={asOf} />
        <EndBlock state={state} />
        {run.end_actual !== null ? (
          <RecordBlock state={state} />
        ) : isPaused ? (
          <PausedBlock state={state} runbookId={runbookId} />
        ) : (
          <WhyBlock state={state} />
        )}
        <ObjectiveBlock state={state} />
      </div>
      <div className={classes.line}>
        <BandLine state={state} />
      </div>
    </section>
  )
}

/** The run line of the band, following the clock. */
function BandLine({ state: { plan, schedule } }: { state: RoomState }) {
  const now = useSecond()
  const milestones = useMemo(() => milestonesOf(plan, schedule), [plan, schedule])
  const objective = useMemo(() => objectiveOf(plan, schedule), [plan, schedule])
  const { run, runbook } = plan
  if (!run) return null
  const end = run.end_actual ?? schedule.times.runbookEnd
  return (
    <RunLine
      start={Math.min(run.start_actual, run.start_planned)}
      plannedEnd={schedule.end}
      end={end}
      now={run.end_actual ?? now}
      isOver={run.end_actual !== null}
      milestones={milestones}
      {...(objective
        ? { objective: objective.due, isObjectiveMissed: objective.expected > objective.due }
        : {})}
      zone={runbook.timezone}
    />
  )
}
