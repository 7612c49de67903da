import type { CoreAnswer } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { seesArchived } from '../dispatch/sees-archived.ts'
import { remember } from '../idempotency/remembered-answers.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { renderRunbook } from './render-runbook.ts'
import type { RunbookDraft } from './runbook-draft.ts'
import type { Snapshot } from './snapshot.ts'

/** An action on the runbook of a request: `decide` checks and changes, `answer` tells. */
export function actOnRunbook<T>(
  request: RequestBase,
  action: {
    decide: (draft: RunbookDraft, trx?: Trx) => T | Promise<T>
    answer: (next: Snapshot, result: T) => CoreAnswer
    isLocked?: boolean
    afterwards?: (trx: Trx) => Promise<void>
  },
): Promise<CoreAnswer> {
  const { services, call, caller, params, standing, now, deadline, endpoint, query } = request
  return services.runbooks.act<T>({
    runbookId: params['runbook_id'] ?? params['id'] ?? 0,
    actor: { userId: caller.userId, requestId: call.requestId },
    now,
    deadline,
    standing,
    seesArchived: seesArchived(endpoint, query),
    ...action,
    remember: (answer) => remember(call, caller.userId, answer),
  })
}

/** The runbook itself, as an answer. */
export function tellRunbook(
  request: RequestBase,
  status: 200 | 201,
  { runbook, directory }: Pick<Snapshot, 'runbook' | 'directory'>,
  meta?: Record<string, unknown>,
): CoreAnswer {
  const rendered = renderRunbook(runbook, directory, request.caller.access)
  return resourceAnswer(status, renderResource(rendered, request.query.fields), {
    etag: runbook.changed_seq,
    meta,
  })
}

/** An action whose answer is the runbook, held against `If-Match`. */
export function changeRunbook(
  request: RequestBase,
  change: (draft: RunbookDraft, trx?: Trx) => unknown,
  options: { status?: string; isLocked?: boolean } = {},
): Promise<CoreAnswer> {
  return actOnRunbook(request, {
    async decide(draft, trx) {
      checkMatch(request, draft.runbook.id, draft.runbook.changed_seq)
      return change(draft, trx)
    },
    answer: (next) =>
      tellRunbook(request, 200, next, options.status === undefined ? undefined : { status: options.status }),
    ...(options.isLocked ? { isLocked: true } : {}),
  })
}
