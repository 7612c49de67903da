import { Logo } from '../app/logo.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { RagPill, StagePill } from '../signs/pills.tsx'
import { clockSeconds } from '../time/format.ts'
import { useSecond } from '../time/use-clock.ts'
import classes from './wall.module.css'

/** Name, stage and judgement of the runbook; who is here, and the time there. */
export function WallHead() {
  const { app } = useWords()
  const { plan, connection, brokenSince, presentCount } = useRoomState()
  const { runbook } = plan
  const isBroken = connection === 'broken' && brokenSince !== undefined
  return (
    <header className={classes.wallHead}>
      <Logo />
      <h1 className={classes.wallName}>{runbook.name}</h1>
      <span className={classes.wallPills}>
        <StagePill stage={runbook.stage} runType={runbook.run_type} isTemplate={runbook.is_template} />
        <RagPill status={runbook.status} />
      </span>
      <span className={classes.wallSpace} />
      {isBroken ? (
        <span className={classes.wallBroken} role="alert">
          {app.offline(clockSeconds(brokenSince, runbook.timezone)).split('. ')[0]}
        </span>
      ) : (
        presentCount > 0 && <span className={classes.wallHere}>{app.here(presentCount)}</span>
      )}
      <Time zone={runbook.timezone} />
    </header>
  )
}

function Time({ zone }: { readonly zone: string }) {
  const now = useSecond()
  return (
    <span className={classes.wallTime}>
      {clockSeconds(now, zone)} <span>{zone.split('/').at(-1)?.replaceAll('_', ' ')}</span>
    </span>
  )
}
