import { refuse, type runEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { renderRun } from './render-run.ts'
import { findRun, listRuns } from './run-queries.ts'

export const runHandlers: HandlersFor<typeof runEndpoints> = {
  async listRuns(request) {
    const { services, params, query } = request
    const { rows, total } = await listRuns(services.database.db, params['runbook_id'] ?? 0, query.page)
    return pageAnswer(request, rows.map(renderRun), total)
  },

  async getRun(request) {
    const { services, params, call } = request
    const run = await findRun(services.database.db, params['runbook_id'] ?? 0, params['id'] ?? 0)
    if (!run) throw refuse('not_found', { type: 'run', id: call.params['id'] ?? '' })
    return oneAnswer(request, 200, renderRun(run))
  },
}
