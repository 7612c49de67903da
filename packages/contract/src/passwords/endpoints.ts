import { defineEndpoint } from '../endpoint.ts'
import { password, passwordReset, signInPage } from './resource.ts'

const shared = { since: '2026.1.0', query: {}, permission: 'public' } as const

export const passwordEndpoints = {
  getSignInPage: defineEndpoint({
    ...shared,
    resource: signInPage,
    method: 'GET',
    path: '/core/sign_in_page',
    ofCaller: true,
    summary: 'Ask how one can sign in here',
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  requestPasswordReset: defineEndpoint({
    ...shared,
    resource: passwordReset,
    method: 'POST',
    path: '/core/password_resets',
    summary: 'Ask for a link by which a forgotten password is set anew',
    description:
      'The link goes by mail to whoever has the address, holds for an hour, is good for once, and takes the place of an earlier one. The answer is the same whether anybody has the address or not, and whether this server sends mail or not: ask `GET /core/sign_in_page`. After some requests the next has to wait, per e-mail address and per address of the caller.',
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
  setPassword: defineEndpoint({
    ...shared,
    resource: password,
    method: 'POST',
    path: '/core/passwords',
    summary: 'Set a password by a link from a mail, and sign in',
    description:
      'For a forgotten password, and for the first one of somebody who was invited. All sessions of the person end; tokens stay as they are. The browser that asks is signed in: the secret of its session comes as a cookie, as with `POST /core/sessions`.',
    holdsSecret: true,
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: [
      'second_factor_required',
      'wrong_code',
      'second_factor_off',
      'link_unknown',
      'link_used',
      'link_superseded',
      'link_expired',
    ],
  }),
}
