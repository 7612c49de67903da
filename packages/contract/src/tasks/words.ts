// Words without their schemas, so that a browser can have them without the schema library.

export const taskStages = ['not_startable', 'startable', 'in_progress', 'complete'] as const
export type TaskStage = (typeof taskStages)[number]
export const completionTypes = [
  'complete_normal',
  'complete_skipped',
  'complete_abandoned',
  'complete_auto',
] as const
export type CompletionType = (typeof completionTypes)[number]
export const taskLevels = ['level_1', 'level_2', 'level_3'] as const
export const startRequirements = ['anyone', 'everyone', 'minimum'] as const
export const endRequirements = ['anyone', 'everyone', 'same_user', 'minimum'] as const
export const linkTypes = ['runbook', 'snippet'] as const
