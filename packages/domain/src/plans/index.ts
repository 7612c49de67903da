export { applyMend, editCell, type LinkColumns, leaveOutRow, leaveOutRows } from './apply-mend.ts'
export { guardFormula, readList, unguardFormula, writeList } from './cell-text.ts'
export { type OpenDateOrder, openDateOrder, settleDateOrder } from './date-order.ts'
export {
  type ColumnGuess,
  chooseField,
  type GuessOptions,
  guessColumns,
  mappingOf,
  uniqueHeadings,
} from './guess-columns.ts'
export type { Mend, MendReason } from './mend.ts'
export type { MendOptions } from './mend-context.ts'
export { type CsvDelimiter, type ParsedCsv, parseCsv, parseWideCsv } from './parse-csv.ts'
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
  type PlanPreview,
  type PreviewOptions,
  type PreviewStream,
  type PreviewTaskType,
  previewPlan,
} from './preview-plan.ts'
export {
  collectProblems,
  type PlanPlace,
  type PlanProblems,
  type ProblemList,
  planPlace,
  REPORTED_PROBLEMS,
} from './problem-list.ts'
export { type ReadPlanOptions, type ReviewedPlan, readPlan, reviewPlan } from './read-plan.ts'
export type { PlanMapping } from './resolve-columns.ts'
export {
  type FileReview,
  leaveOutWrongRows,
  linkColumns,
  type PlacedProblem,
  type PlanFinding,
  placeProblems,
  type ReviewOptions,
  reviewFile,
} from './review-file.ts'
export { type TaskNumbers, taskNumbers } from './task-numbers.ts'
export type { DateOrder } from './wall-clock.ts'
export { writeCsv } from './write-csv.ts'
