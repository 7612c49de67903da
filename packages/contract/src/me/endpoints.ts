import { Type } from 'typebox'
import { defineEndpoint } from '../endpoint.ts'
import { wordParameter } from '../query/parameter.ts'
import { me, myTask, PASSWORD_AT_LEAST, PASSWORD_AT_MOST } from './resource.ts'

const shared = { resource: me, since: '2026.1.0', ofCaller: true, query: {}, errors: [] } as const

export const meEndpoints = {
  getMe: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/me',
    summary: 'Get yourself: name, roles, profile, preferences',
    permission: 'account.read',
    answer: { kind: 'resource', status: 200 },
  }),
  updateMe: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/me',
    summary: 'Change your name, profile, preferences or password',
    description:
      'A new password ends all sessions of yours but the one that asks. It needs the present one, unless there is none yet.',
    permission: 'account.update',
    holdsSecret: true,
    body: {
      kind: 'document',
      write: 'update',
      meta: {
        members: {
          password: Type.String({ minLength: PASSWORD_AT_LEAST, maxLength: PASSWORD_AT_MOST }),
          current_password: Type.String({ maxLength: PASSWORD_AT_MOST }),
        },
      },
    },
    answer: { kind: 'resource', status: 200 },
    errors: ['wrong_password', 'missing_meta'],
  }),
  listMyTasks: defineEndpoint({
    method: 'GET',
    path: '/core/me/tasks',
    resource: myTask,
    since: '2026.1.0',
    summary: 'List the tasks that wait for you, in all runbooks',
    description:
      'Tasks that are assigned to you or to a team of yours: first those that can be started, then those in progress, then those to come in runs, then those of runbooks that are scheduled for the next 14 days.',
    permission: 'account.read',
    query: {
      scope: wordParameter('`now`: can be started or is in progress; `next`: the others', ['now', 'next']),
    },
    answer: { kind: 'list', status: 200 },
    errors: [],
  }),
}
