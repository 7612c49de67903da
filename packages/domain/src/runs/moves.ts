import type { RunbookStage, TaskStage } from '@runsheet/contract'

export type RunAction = 'start' | 'pause' | 'resume' | 'cancel' | 'complete' | 'return_to_planning'

const runbookMoves: Record<RunbookStage, Partial<Record<RunAction, RunbookStage>>> = {
  planning: { start: 'active' },
  active: { pause: 'paused', cancel: 'canceled', complete: 'complete' },
  paused: { resume: 'active', cancel: 'canceled' },
  canceled: { return_to_planning: 'planning' },
  complete: { return_to_planning: 'planning' },
}

/** Moves that the system makes by itself: nobody may ask for them. */
const ownMoves: readonly string[] = ['complete']

/** The stage of a runbook after an action, or undefined when the action is not allowed in its stage. */
export function runbookStageAfter(stage: RunbookStage, action: RunAction): RunbookStage | undefined {
  return runbookMoves[stage][action]
}

/** What somebody may do with a run in a stage. */
export function runActionsIn(stage: RunbookStage): string[] {
  return Object.keys(runbookMoves[stage]).filter((action) => !ownMoves.includes(action))
}

export type TaskAction = 'release' | 'start' | 'finish' | 'skip'

const taskMoves: Record<TaskStage, Partial<Record<TaskAction, TaskStage>>> = {
  not_startable: { release: 'startable', skip: 'complete' },
  startable: { start: 'in_progress', skip: 'complete' },
  in_progress: { finish: 'complete', skip: 'complete' },
  complete: {},
}

/** The stage of a task after an action, or undefined when the action is not allowed in its stage. */
export function taskStageAfter(stage: TaskStage, action: TaskAction): TaskStage | undefined {
  return taskMoves[stage][action]
}

/** What somebody may do with a task in a stage. */
export function taskActionsIn(stage: TaskStage): string[] {
  return Object.keys(taskMoves[stage]).filter((action) => action !== 'release')
}

/** Stages in which a run is under way. */
export function isUnderWay(stage: RunbookStage): boolean {
  return stage === 'active' || stage === 'paused'
}

/** Stages in which a run has ended and its version is frozen. */
export function hasEnded(stage: RunbookStage): boolean {
  return stage === 'complete' || stage === 'canceled'
}

/**
 * Whether the plan may be edited: while planning, while paused, and at any time of a run when the type is dynamic
 * (the product rule: a plan that is not dynamic is frozen while it runs).
 */
export function mayEditPlan(stage: RunbookStage, isDynamic: boolean): boolean {
  return stage === 'planning' || stage === 'paused' || (stage === 'active' && isDynamic)
}
