import { defineEndpoint } from '../endpoint.ts'
import { flagParameter } from '../query/parameter.ts'
import { session } from './resource.ts'

const shared = { resource: session, since: '2026.1.0', query: {} } as const

export const sessionEndpoints = {
  signIn: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/sessions',
    summary: 'Sign in with e-mail address and password',
    description:
      'The secret of the session comes as the cookie `runsheet_session`, out of reach of scripts. After failures the next attempt has to wait, per account and per address; the refusal does not say what was wrong. Whoever has a second factor is asked for its `code` after the right password (`second_factor_required`). The secret changes from time to time while the session lives: keep the cookie that an answer sets.',
    permission: 'public',
    holdsSecret: true,
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['invalid_credentials', 'second_factor_required', 'second_factor_off'],
  }),
  listSessions: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/sessions',
    summary: 'List your own sessions that are alive',
    permission: 'account.read',
    answer: { kind: 'list', status: 200 },
    errors: [],
  }),
  signOut: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/sessions',
    ofCaller: true,
    summary: 'Sign out: end the session that asks, or all of yours',
    description: 'With a token there is no session that asks, and so nothing to end (404) without `all`.',
    query: { all: flagParameter('`true` ends every session of yours, wherever it is') },
    permission: 'account.update',
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['not_found'],
  }),
  revokeSession: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/sessions/:id',
    summary: 'End one of your own sessions',
    description: 'Its next request is refused, wherever it arrives; its live streams end within a second.',
    permission: 'account.update',
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
  listSessionsOfUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'GET',
    path: '/core/users/:user_id/sessions',
    summary: 'List the sessions of a person that are alive',
    description:
      'For who manages people; those of an Owner for Owners. Your own are at `GET /core/sessions`.',
    permission: 'people.manage',
    answer: { kind: 'list', status: 200 },
    errors: [],
  }),
  revokeSessionsOfUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'DELETE',
    path: '/core/users/:user_id/sessions',
    summary: 'End every session of a person',
    description:
      'Nothing is left to end where none is alive (204 all the same). Tokens stay as they are: each is revoked by itself. The person may sign in again, unless archived.',
    permission: 'people.manage',
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
  revokeSessionOfUser: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'DELETE',
    path: '/core/users/:user_id/sessions/:id',
    summary: 'End a session of a person',
    description: 'Its next request is refused, wherever it arrives; its live streams end within a second.',
    permission: 'people.manage',
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
}
