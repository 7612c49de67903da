import { useWords } from '../language/language.ts'
import type { RoomState } from '../room/room-state.ts'
import { WhoCan } from './who-can.tsx'

interface WhoRunsProps {
  readonly state: Pick<RoomState, 'plan'>
  readonly className?: string | undefined
}

/** Who can do the next thing with the run, where the person who looks is offered nothing: to start it, to resume it. */
export function WhoRuns({ state: { plan }, className }: WhoRunsProps) {
  const { access } = useWords()
  const { permissions, is_template, archived, stage } = plan.runbook
  if (permissions.has('run runbook') || is_template || archived) return null
  return <WhoCan permission="run.control" say={access.onlyRun[stage]} className={className} />
}
