import { refuse, type runEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { byId, pageOf } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { findingsOf } from './findings.ts'
import { readOutside } from './read-outside.ts'
import { renderFinding } from './render-finding.ts'
import { renderRun } from './render-run.ts'
import { renderVersion } from './render-version.ts'
import { findRun, findVersion, listRuns, listVersions } from './run-queries.ts'

export const runHandlers: HandlersFor<typeof runEndpoints> = {
  async listRuns(request) {
    const { services, params, query } = request
    const page = await listRuns(services.database.db, params['runbook_id'] ?? 0, query.page)
    return pageAnswer(request, page, renderRun)
  },

  async getRun(request) {
    const { services, params, call, standing } = request
    const runbookId = params['runbook_id'] ?? 0
    // A run changes with its runbook only. Read first: an ETag that is too old is stale, one that is too new is wrong.
    const { runbook } = await services.runbooks.view(runbookId, standing)
    const run = await findRun(services.database.db, runbookId, params['id'] ?? 0)
    if (!run) throw refuse('not_found', { type: 'run', id: call.params['id'] ?? '' })
    return oneAnswer(request, 200, renderRun(run), runbook.changed_seq)
  },

  async listRunbookVersions(request) {
    const { services, params, query } = request
    const filter = { runbookId: params['runbook_id'] ?? 0, current: query.values.current }
    return pageAnswer(request, await listVersions(services.database.db, filter, query.page), renderVersion)
  },

  async getRunbookVersion(request) {
    const { services, params, call, standing } = request
    const runbookId = params['runbook_id'] ?? 0
    // A version changes with its runbook only, as a run does.
    const { runbook } = await services.runbooks.view(runbookId, standing)
    const version = await findVersion(services.database.db, runbookId, params['id'] ?? 0)
    if (!version) throw refuse('not_found', { type: 'runbook_version', id: call.params['id'] ?? '' })
    return oneAnswer(request, 200, renderVersion(version), runbook.changed_seq)
  },

  async listFindings(request) {
    const { services, params, query, standing, now } = request
    const { severity, rebaseline = false, shift_fixed_times = false } = query.values
    const snapshot = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
    const found = findingsOf(snapshot, now, {
      movesTimes: rebaseline || shift_fixed_times,
      ...(await readOutside(services.database.db, snapshot)),
    })
    const rank = ({ severity }: { severity: string }) => (severity === 'error' ? 0 : 1)
    const listed = found
      .map((finding, at) => ({ ...finding, id: at + 1 }))
      .filter((finding) => severity === undefined || severity.includes(finding.severity))
      .sort((a, b) => rank(a) - rank(b))
    const page = pageOf(listed, query.page, byId)
    return pageAnswer(request, page, (finding) => renderFinding(finding, request.call.language))
  },
}
