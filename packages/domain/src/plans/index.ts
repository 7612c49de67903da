export { guardFormula, readList, unguardFormula, writeList } from './cell-text.ts'
export {
  customFieldHeading,
  guessColumn,
  OUTPUT_FIELDS,
  type PlanColumn,
  type PlanField,
  planColumns,
  planColumnTitles,
} from './plan-columns.ts'
export type { DraftFieldValue, DraftStream, DraftTask, PlanDraft, TaskLevel } from './plan-draft.ts'
export type { PlanRow, PlanTable } from './plan-table.ts'
export {
  collectProblems,
  type PlanPlace,
  type PlanProblems,
  type ProblemList,
  planPlace,
  REPORTED_PROBLEMS,
} from './problem-list.ts'
export { type ReadPlanOptions, readPlan } from './read-plan.ts'
export type { PlanMapping } from './resolve-columns.ts'
export { type TaskNumbers, taskNumbers } from './task-numbers.ts'
