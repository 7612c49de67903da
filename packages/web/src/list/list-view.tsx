import { useRoomState } from '../room/use-room.tsx'
import { LiveList } from './live-list.tsx'
import { PlanningList } from './planning-list.tsx'

/** The tasks of a runbook, row by row: a departure board while it runs, a sheet to fill in while it is planned. */
export function ListView() {
  const { plan } = useRoomState()
  return plan.run === null ? <PlanningList /> : <LiveList />
}
