import { defineEndpoint } from '../endpoint.ts'
import { idParameter, idsParameter, wordParameter } from '../query/parameter.ts'
import { user } from '../users/resource.ts'
import { RolesAttributes, role } from './resource.ts'

const shared = { resource: role, since: '2026.2.0' } as const

export const roleEndpoints = {
  listRoles: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/roles',
    summary: 'List the roles that people hold, as far as the caller may see them',
    permission: 'people.read',
    query: {
      user_id: idParameter('Of this person'),
      role_type_id: idsParameter('Of these types'),
      workspace_id: idParameter('On this workspace, its folders and its teams'),
      resource_type: wordParameter('On things of this kind', ['workspace', 'folder', 'team']),
      resource_id: idParameter('On this one; together with `resource_type`'),
    },
    answer: { kind: 'list', status: 200, sort: ['created_at'] },
    errors: ['invalid_parameter'],
  }),
  getRole: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/roles/:id',
    summary: 'Get a role that somebody holds',
    permission: 'people.read',
    query: {},
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  grantRole: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/roles',
    summary: 'Grant a role to a person',
    description:
      'On the whole instance without `scope`. The role of the Owner is granted by Owners only; roles on runbooks are granted as `runbook_user`.',
    permission: 'role.grant',
    scopeIn: 'body',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['related_not_found', 'role_scope_invalid', 'taken'],
  }),
  revokeRole: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/roles/:id',
    summary: 'Revoke a role',
    permission: 'role.grant',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['last_admin'],
  }),
  syncRoles: defineEndpoint({
    resource: user,
    since: '2026.2.0',
    method: 'PATCH',
    path: '/core/users/:id/roles',
    summary: 'Replace the roles of a person: revokes those that are not listed, grants those that are',
    description:
      'Roles on runbooks and streams are granted where they are listed, and left alone where they are not: they are part of the runbook.',
    permission: 'people.manage',
    query: {},
    body: {
      kind: 'meta',
      meta: { members: { roles_attributes: RolesAttributes }, required: ['roles_attributes'] },
    },
    answer: { kind: 'resource', status: 200 },
    errors: ['related_not_found', 'role_scope_invalid', 'related_not_in_scope', 'last_admin'],
  }),
}
