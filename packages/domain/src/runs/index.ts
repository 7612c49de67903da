export {
  hasEnded,
  isUnderWay,
  mayEditPlan,
  type RunAction,
  runActionsIn,
  runbookStageAfter,
  type TaskAction,
  taskActionsIn,
  taskStageAfter,
} from './moves.ts'
