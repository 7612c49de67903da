import type { ExportTask } from './export-task.ts'

/** A plan as an export in JSON holds it. */
export interface PlanJson {
  format: 'runsheet.plan'
  /** Grows when a member changes its meaning. */
  version: 1
  /** The zone asked for. Instants are in UTC whatever it is. */
  timezone: string
  tasks: readonly ExportTask[]
}

export function planJson(tasks: readonly ExportTask[], options: { timezone: string }): PlanJson {
  return { format: 'runsheet.plan', version: 1, timezone: options.timezone, tasks }
}
