import type { roleTypeEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { byId, pageOf } from '../json-api/listed.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { renderRoleType } from './render-role-type.ts'

export const roleTypeHandlers: HandlersFor<typeof roleTypeEndpoints> = {
  async listRoleTypes(request) {
    const { roleTypes } = await request.services.directories.at(request.standing.instanceRevision)
    return pageAnswer(request, pageOf(roleTypes, request.query.page, byId), renderRoleType)
  },
}
