import { Type } from 'typebox'
import { defineEndpoint } from '../endpoint.ts'
import { INVITATION_MESSAGE_AT_MOST } from '../invitations/resource.ts'
import { flagParameter, idParameter, textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive } from '../query/shared.ts'
import { Flag } from '../schema/scalars.ts'
import { user } from './resource.ts'

const shared = { resource: user, since: '2026.1.0' } as const

const invitation = Type.Object({
  message: Type.Optional(Type.String({ maxLength: INVITATION_MESSAGE_AT_MOST })),
  skip: Type.Optional(Flag),
})

export const userEndpoints = {
  listUsers: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/users',
    summary: 'List or search people',
    permission: 'people.read',
    query: {
      query: textParameter('Text in the name or e-mail'),
      archived: archivedFilter,
      non_interactive: flagParameter('Only programs, or only who signs in'),
      role_type_id: idParameter('Who holds this role, on anything, as far as you may see roles'),
      workspace_id: idParameter('Who may take part in the runbooks and teams of this workspace'),
    },
    answer: {
      kind: 'list',
      status: 200,
      sort: ['email', 'first_name', 'last_name', 'created_at'],
      sortAliases: {
        'core_users.email': 'email',
        'core_users.first_name': 'first_name',
        'core_users.last_name': 'last_name',
      },
    },
    errors: [],
  }),
  getUser: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/users/:id',
    summary: 'Get a person',
    permission: 'people.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'POST',
    path: '/core/users',
    summary: 'Add a person or a program, with or without an invitation by mail',
    description:
      'All of it happens or nothing: the person, the roles, the invitation. A person is invited unless `skip` says otherwise, where the server sends mail; programs (`non_interactive`) are not.',
    permission: 'people.manage',
    query: {},
    body: { kind: 'document', write: 'create', meta: { members: { invitation } } },
    answer: { kind: 'resource', status: 201 },
    errors: [
      'taken',
      'related_not_found',
      'related_not_in_scope',
      'role_scope_invalid',
      'mail_not_configured',
      'validation_failed',
    ],
  }),
  updateUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'PATCH',
    path: '/core/users/:id',
    summary: 'Change a person',
    description:
      'An Owner is changed by Owners only. By what somebody signs in (`email`, `unique_id`, `provider`) is changed by who could grant every role that the person holds, those on runbooks included; `meta.required` of the refusal lists what would do. With another e-mail address the links that were sent to the one before hold no longer, and that one is told by mail.',
    permission: 'people.manage',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken'],
  }),
  archiveUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'PATCH',
    path: '/core/users/:id/archive',
    summary: 'Archive a person who has left',
    description:
      'Ends the sessions; tokens are refused with `user_archived`, and open live streams end within a second. Roles, places in runbooks and teams, and all that the person did stay as they are.',
    permission: 'people.manage',
    query: throughArchive,
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'resource', status: 200 },
    errors: ['already_archived', 'last_admin'],
  }),
  restoreUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'PATCH',
    path: '/core/users/:id/restore',
    summary: 'Restore an archived person, with everything that the person held',
    permission: 'people.manage',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'resource', status: 200 },
    errors: ['not_archived'],
  }),
}
