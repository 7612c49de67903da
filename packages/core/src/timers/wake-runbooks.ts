import { randomUUID } from 'node:crypto'
import { AppError } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Services } from '../dispatch/services.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { RUNSHEET } from '../people/built-in-user.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { nothingOutside, type Outside, readOutside } from '../runs/read-outside.ts'
import { alignStages, settle } from '../runs/run-progress.ts'
import { startRun } from '../runs/start-run.ts'

const PATIENCE_MS = 8_000

/**
 * Does what the clock asks for: releases fixed starts that have come, starts runbooks that are scheduled to start by
 * themselves. What is due is a column that every action keeps current, and the sequence of the runbook lets only one of
 * several processes do it. One that cannot be woken does not keep the others from it, and is due again the next time.
 *
 * @returns how many there were
 */
export async function wakeDue(services: Services): Promise<number> {
  const due = await services.database.db
    .selectFrom('runbook')
    .innerJoin('workspace', 'workspace.id', 'runbook.workspace_id')
    .select([
      'runbook.id',
      'runbook.seq',
      sql<number>`clock_timestamp()`.as('now'),
      sql<number>`(select revision from instance)`.as('revision'),
    ])
    .where('runbook.wake_at', '<=', sql<number>`clock_timestamp()`)
    .where('runbook.archived_at', 'is', null)
    .where('workspace.archived_at', 'is', null)
    .orderBy('runbook.wake_at')
    .execute()
  for (const { id, seq, now, revision } of due) {
    try {
      await wake(services, { id, seq, now, revision })
    } catch (error) {
      services.log.warn({ err: error, runbook: id }, 'a due runbook could not be woken; it is tried again')
    }
  }
  return due.length
}

async function wake(
  services: Services,
  { id, seq, now, revision }: { id: number; seq: number; now: number; revision: number },
): Promise<void> {
  const standing = { seq, instanceRevision: revision }
  const snapshot = await services.runbooks.view(id, standing)
  const isStart = snapshot.runbook.stage === 'planning'
  const outside = isStart ? await readOutside(services.database.db, snapshot) : nothingOutside
  const runId = isStart ? await services.ids.next('run') : 0
  await services.runbooks.act({
    runbookId: id,
    actor: { userId: RUNSHEET, requestId: `timer-${randomUUID()}` },
    now,
    deadline: Date.now() + PATIENCE_MS,
    standing,
    decide: (draft) => wakeDraft(draft, runId, outside),
    answer: () => emptyAnswer,
    remember: () => null,
  })
}

/** What the clock asks of a runbook at the instant of the draft; nothing when somebody was first. */
function wakeDraft(draft: RunbookDraft, runId: number, outside: Outside): void {
  const { wake_at, stage } = draft.runbook
  if (wake_at === null || wake_at > draft.at) return
  if (stage !== 'planning') {
    const released = alignStages(draft)
    const resource = { type: 'runbook', id: draft.runbook.id, name: draft.runbook.name }
    if (released.length > 0) settle(draft, { seq: draft.event('task.startable', { resource }), released })
    return
  }
  const options = {
    run_type: 'live',
    comms: 'on',
    validation_level: 'error',
    rebaseline: false,
    shift_fixed_times: false,
    disable_task_notify: false,
  } as const
  try {
    startRun(draft, runId, options, outside)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // It was to start and cannot: that is told once, and the schedule stands for people to see.
    draft.setRunbook({ auto_start: false })
    draft.event('runbook.updated', {
      message: `The scheduled start was refused: ${error.problems.map(({ code }) => code).join(', ')}`,
    })
  }
}
