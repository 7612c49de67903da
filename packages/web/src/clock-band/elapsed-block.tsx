import { useWords } from '../language/language.ts'
import type { RoomState } from '../room/room-state.ts'
import { Shape } from '../signs/shape.tsx'
import { stopwatch } from '../time/format.ts'
import { Block } from './block.tsx'
import classes from './clock-band.module.css'
import { PausedFor, pausedSeconds, Stopwatch } from './stopwatch.tsx'

interface ElapsedProps {
  readonly state: RoomState
  /** Time at which the line was lost, while it is. */
  readonly asOf: string | undefined
}

/** How long the run has been going: the largest figure of the screen. */
export function ElapsedBlock({ state: { plan }, asOf }: ElapsedProps) {
  const { clock } = useWords()
  const { run, runbook } = plan
  if (!run) return null
  const pausedSince = runbook.stage === 'paused' ? run.pauses.at(-1)?.[0] : undefined
  const label =
    run.end_actual !== null ? (
      clock.took
    ) : pausedSince !== undefined ? (
      <>
        <Shape of="pause" size="0.75em" /> <PausedFor since={pausedSince} />
      </>
    ) : asOf === undefined ? (
      clock.elapsed
    ) : (
      clock.elapsedAsOf(asOf)
    )
  const isDimmed = pausedSince !== undefined || asOf !== undefined
  const end = run.end_actual ?? pausedSince
  const net = end === undefined ? 0 : end - run.start_actual - pausedSeconds(run, end)
  const hasPauses = end !== undefined && net < end - run.start_actual
  return (
    <Block label={label} labelClass={pausedSince === undefined ? undefined : classes.labelPaused}>
      <div className={isDimmed ? `${classes.clock} ${classes.dimmed}` : classes.clock}>
        {run.end_actual === null ? (
          <Stopwatch since={run.start_actual} label={clock.elapsed} />
        ) : (
          stopwatch(run.end_actual - run.start_actual)
        )}
        {(pausedSince !== undefined || hasPauses) && (
          <span className={classes.aside}>{clock.net(stopwatch(net))}</span>
        )}
      </div>
    </Block>
  )
}
