import { AppError, type Identifier, type Problem, problem, type RunbookRole } from '@runsheet/contract'
import { readId } from '../json-api/read-id.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { RunbookUser } from '../runbooks/snapshot.ts'

type Standing = Pick<RunbookUser, 'role' | 'stream_ids'>

/** What a write says of a person's part in a runbook; what is absent stays as it is. */
export interface Sent {
  readonly role: RunbookRole | undefined
  readonly streams: readonly Identifier[] | undefined
}

const STREAMS = '/data/relationships/streams/data'

/**
 * What somebody is on a runbook after a write. An editor edits at least one stream; nobody else names any.
 *
 * @throws {AppError} 422 `related_not_found` or `role_scope_invalid`
 */
export function readStanding(draft: RunbookDraft, before: Standing, { role: sent, streams }: Sent): Standing {
  const role = sent ?? before.role
  const problems: Problem[] = []
  const named = streams?.map(({ id }, index) => {
    const stream = readId(id)
    if (!draft.stream(stream))
      problems.push(problem('related_not_found', { type: 'stream', id }, { pointer: `${STREAMS}/${index}` }))
    return stream
  })
  const kept = role === 'stream_editor' ? before.stream_ids : []
  const stream_ids = [...new Set(named ?? kept)].sort((a, b) => a - b)
  const isEditor = role === 'stream_editor'
  if (problems.length === 0 && isEditor !== stream_ids.length > 0)
    problems.push(
      problem('role_scope_invalid', { role, allowed: isEditor ? ['stream'] : [] }, { pointer: STREAMS }),
    )
  if (problems.length > 0) throw new AppError(problems)
  return { role, stream_ids }
}
