import { defineEndpoint } from '../endpoint.ts'
import { throughArchive } from '../query/shared.ts'
import { userAppToken } from './resource.ts'

const shared = { resource: userAppToken, since: '2026.1.0', query: {} } as const

export const userAppTokenEndpoints = {
  listUserAppTokens: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/user_app_tokens',
    summary: 'List your own tokens that are not revoked',
    permission: 'account.read',
    answer: { kind: 'list', status: 200, sort: ['created_at', 'last_used_at', 'label'] },
    errors: [],
  }),
  createUserAppToken: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/user_app_tokens',
    summary: 'Make a token of your own',
    description: 'It may do what you may do. It is shown in this answer and never again.',
    permission: 'token.create',
    holdsSecret: true,
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['out_of_range'],
  }),
  revokeUserAppToken: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/user_app_tokens/:id',
    summary: 'Revoke one of your own tokens',
    permission: 'account.update',
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
  listAppTokensOfUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'GET',
    path: '/core/users/:user_id/user_app_tokens',
    summary: 'List the tokens of a person that are not revoked',
    description: 'Your own; those of others with the permission to manage people.',
    permission: 'account.read',
    query: throughArchive,
    answer: { kind: 'list', status: 200, sort: ['created_at', 'last_used_at', 'label'] },
    errors: ['insufficient_role'],
  }),
  createAppTokenOfUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'POST',
    path: '/core/users/:user_id/user_app_tokens',
    summary: 'Make a token of your own, or of a program',
    description:
      'Whoever manages people makes tokens for programs (`non_interactive`) only: nobody acts in the name of another person. The program needs the Developer role, and holds nothing that its maker may not grant. The token is shown in this answer and never again.',
    permission: 'account.read',
    holdsSecret: true,
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['out_of_range', 'forbidden', 'insufficient_role'],
  }),
  revokeAppTokenOfUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'DELETE',
    path: '/core/users/:user_id/user_app_tokens/:id',
    summary: 'Revoke a token of a person',
    description: 'Your own; those of others with the permission to manage people.',
    permission: 'account.read',
    query: throughArchive,
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['insufficient_role'],
  }),
}
