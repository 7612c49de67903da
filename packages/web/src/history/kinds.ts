/** Kinds of events by which the history is filtered, each with the names that it stands for. */
export const historyKinds = {
  run: [
    'run.started',
    'run.paused',
    'run.resumed',
    'run.cancelled',
    'run.finished',
    'runbook.returned_to_planning',
  ],
  progress: ['task.startable', 'task.started', 'task.finished', 'task.skipped'],
  plan: [
    'task.created',
    'task.updated',
    'task.deleted',
    'tasks.changed',
    'tasks.deleted',
    'tasks.imported',
    'stream.created',
    'stream.updated',
    'stream.deleted',
    'runbook.created',
    'runbook.updated',
    'runbook.archived',
    'runbook.restored',
    'runbook.deleted',
  ],
  comments: ['comment.created', 'comment.updated', 'comment.deleted'],
  people: [
    'runbook_user.added',
    'runbook_user.updated',
    'runbook_user.removed',
    'runbook_team.added',
    'runbook_team.updated',
    'runbook_team.removed',
    'people.imported',
  ],
} as const satisfies Record<string, readonly string[]>

export type HistoryKind = keyof typeof historyKinds

export const isHistoryKind = (text: string | undefined): text is HistoryKind =>
  text !== undefined && Object.hasOwn(historyKinds, text)

/** Every event that the log of a runbook may hold. */
export const historyEventNames: readonly string[] = Object.values(historyKinds).flat()
