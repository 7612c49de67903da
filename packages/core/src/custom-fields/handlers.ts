import { type customFieldEndpoints, refuse } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { oneAnswer, pageAnswer, pageOf, sorted } from '../json-api/page-answer.ts'
import { inScope, seesScoped } from '../runbook-types/scoped.ts'
import { renderCustomField } from './render-custom-field.ts'

export const customFieldHandlers: HandlersFor<typeof customFieldEndpoints> = {
  async listCustomFields(request) {
    const { values, sort, page } = request.query
    const { archived, apply_to } = values
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const sees = seesScoped(request)
    const isWanted = inScope(values)
    const found = [...directory.customFields.values()].filter(
      (field) =>
        sees(field) &&
        isWanted(field) &&
        (archived === undefined || archived === (field.archived_at !== null)) &&
        (apply_to === undefined || apply_to.some((scope) => scope === field.apply_to)),
    )
    const fields = sorted(found, sort, (field, name) => (name === 'order' ? field.order : field.name))
    const shown = pageOf(fields, page).map((field) => renderCustomField(field, directory))
    return pageAnswer(request, shown, fields.length)
  },

  async getCustomField(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const field = directory.customFields.get(request.params['id'] ?? 0)
    if (!field || !seesScoped(request)(field))
      throw refuse('not_found', { type: 'custom_field', id: request.call.params['id'] ?? '' })
    return oneAnswer(request, 200, renderCustomField(field, directory), directory.revision)
  },
}
