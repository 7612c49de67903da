// Words without their schemas, so that a browser can have them without the schema library.

export const runbookStages = ['planning', 'active', 'paused', 'canceled', 'complete'] as const
export type RunbookStage = (typeof runbookStages)[number]
export const templateTypes = ['off', 'default', 'snippet'] as const
export const templateStatuses = ['draft', 'pending', 'approved'] as const
export const runTypes = ['live', 'rehearsal'] as const
export type RunType = (typeof runTypes)[number]
export const commsModes = ['off', 'test', 'on'] as const
