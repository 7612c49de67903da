/** What somebody may be on a runbook. */
export const runbookRoles = ['runbook_admin', 'stream_editor', 'participant'] as const
export type RunbookRole = (typeof runbookRoles)[number]
