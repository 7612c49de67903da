import type { CoreAnswer } from '@runsheet/contract'
import type { RequestBase } from '../dispatch/request.ts'
import type { TimesAt } from '../runbooks/schedule-of.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'

const PAGES_AT_MOST = 24
const BYTES_AT_MOST = 2 * 1024 * 1024

/**
 * A whole answer about the tasks of a snapshot, made once and sent to everybody who asks the same while neither the
 * runbook nor the clock changes anything in it. (Measured: joining the texts of 100 tasks and writing them as UTF-8 costs
 * more than everything else about such a page.)
 *
 * @param abilities equal for callers who may do the same: they share a page
 */
export function keptPage(
  request: RequestBase,
  snapshot: Snapshot,
  moment: TimesAt,
  abilities: string,
  make: () => CoreAnswer,
): CoreAnswer {
  const { address, call } = request
  const pages = (snapshot.computed.pages ??= new Map())
  const key = `${address}\n${JSON.stringify(call.query)}\n${abilities}`
  const kept = pages.get(key)
  if (kept && kept.times === moment.times) return { status: 200, headers: kept.headers, body: kept.body }
  const answer = make()
  if (typeof answer.body !== 'string') return answer
  const body = Buffer.from(answer.body)
  if (body.length <= BYTES_AT_MOST) {
    if (pages.size >= PAGES_AT_MOST) pages.clear()
    pages.set(key, { times: moment.times, headers: answer.headers, body })
  }
  return { ...answer, body }
}
