export { criticalPathTo } from './critical-path.ts'
export {
  COMPLETE,
  type Forecast,
  forecastTasks,
  IN_PROGRESS,
  NOT_STARTABLE,
  type RunFacts,
  STARTABLE,
} from './forecast.ts'
export { type GroupBounds, groupBounds } from './groups.ts'
export {
  isLate,
  LATE,
  LATE_TO_FINISH,
  LATE_TO_START,
  lateFlags,
  RUNNING_OVER,
  WILL_BE_LATE,
} from './lateness.ts'
export { endMovesFrom } from './moving-end.ts'
export { buildNetwork, type Network, type NetworkResult } from './network.ts'
export { isPausedIn, pausedBetween } from './pauses.ts'
export { missedFixedEnds, type Plan, type PlanFacts, planTasks } from './planned.ts'
export { actualRecovery, plannedRecovery, type Recovery } from './recovery.ts'
export type { Times } from './times.ts'
