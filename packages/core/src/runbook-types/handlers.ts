import { refuse, type runbookTypeEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { oneAnswer, pageAnswer, pageOf, sorted } from '../json-api/page-answer.ts'
import { renderRunbookType } from './render-runbook-type.ts'
import { defaultFirst, inScope, mentions, seesScoped } from './scoped.ts'

const flags = ['dynamic', 'incident', 'enable_rto', 'ai_create_enabled'] as const

export const runbookTypeHandlers: HandlersFor<typeof runbookTypeEndpoints> = {
  async listRunbookTypes(request) {
    const { values, sort, page } = request.query
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const sees = seesScoped(request)
    const isWanted = inScope(values)
    const found = [...directory.runbookTypes.values()].filter(
      (type) =>
        sees(type) &&
        isWanted(type) &&
        (type.archived_at !== null) === (values.archived ?? false) &&
        type.disabled === (values.disabled ?? false) &&
        flags.every((flag) => values[flag] === undefined || values[flag] === type[flag]) &&
        mentions(values.query, type.name, type.key, type.description),
    )
    const types = sorted(defaultFirst(found), sort, (type, field) => (field === 'key' ? type.key : type.name))
    return pageAnswer(request, pageOf(types, page).map(renderRunbookType), types.length)
  },

  async getRunbookType(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const type = directory.runbookTypes.get(request.params['id'] ?? 0)
    const isHidden = type?.archived_at !== null && request.query.values.archived !== true
    if (!type || isHidden || !seesScoped(request)(type))
      throw refuse('not_found', { type: 'runbook_type', id: request.call.params['id'] ?? '' })
    return oneAnswer(request, 200, renderRunbookType(type), directory.revision)
  },
}
