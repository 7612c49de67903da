export type { ExportFieldValue, ExportOutputs, ExportTask } from './export-task.ts'
export { type PlanJson, planJson } from './plan-json.ts'
export { type PlanCsvOptions, writePlanCsv } from './write-plan-csv.ts'
