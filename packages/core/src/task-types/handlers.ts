import { refuse, type taskTypeEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { oneAnswer, pageAnswer, pageOf, sorted } from '../json-api/page-answer.ts'
import { defaultFirst, inScope, mentions, seesScoped } from '../runbook-types/scoped.ts'
import { renderTaskType } from './render-task-type.ts'

export const taskTypeHandlers: HandlersFor<typeof taskTypeEndpoints> = {
  async listTaskTypes(request) {
    const { values, sort, page } = request.query
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const sees = seesScoped(request)
    const isWanted = inScope(values)
    const found = [...directory.taskTypes.values()].filter(
      (type) =>
        sees(type) &&
        isWanted(type) &&
        (type.archived_at !== null) === (values.archived ?? false) &&
        type.disabled === (values.disabled ?? false) &&
        mentions(values.query, type.name, type.key, type.description),
    )
    const types = sorted(defaultFirst(found), sort, (type, field) => (field === 'key' ? type.key : type.name))
    return pageAnswer(request, pageOf(types, page).map(renderTaskType), types.length)
  },

  async getTaskType(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const type = directory.taskTypes.get(request.params['id'] ?? 0)
    const isHidden = type?.archived_at !== null && request.query.values.archived !== true
    if (!type || isHidden || !seesScoped(request)(type))
      throw refuse('not_found', { type: 'task_type', id: request.call.params['id'] ?? '' })
    return oneAnswer(request, 200, renderTaskType(type), directory.revision)
  },
}
