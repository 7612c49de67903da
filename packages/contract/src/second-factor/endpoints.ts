import { Type } from 'typebox'
import { defineEndpoint } from '../endpoint.ts'
import { PASSWORD_AT_MOST } from '../me/resource.ts'
import { CODE_AT_MOST } from './code-length.ts'
import { secondFactor } from './resource.ts'

const shared = {
  resource: secondFactor,
  since: '2026.1.0',
  ofCaller: true,
  query: {},
  path: '/core/me/second_factor',
} as const

const code = Type.String({ minLength: 1, maxLength: CODE_AT_MOST })
const current_password = Type.String({ maxLength: PASSWORD_AT_MOST })

export const secondFactorEndpoints = {
  getSecondFactor: defineEndpoint({
    ...shared,
    method: 'GET',
    summary: 'Get your second factor',
    permission: 'account.read',
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  beginSecondFactor: defineEndpoint({
    ...shared,
    method: 'POST',
    summary: 'Begin with a second factor: get the secret for an authenticator',
    description:
      'Time-based codes (RFC 6238): SHA-1, 30 seconds, 6 digits. Signing in asks for a code only after a first one has confirmed it. Needs the present password of whoever has one.',
    permission: 'account.update',
    holdsSecret: true,
    body: { kind: 'meta', meta: { members: { current_password } } },
    answer: { kind: 'resource', status: 201 },
    errors: ['second_factor_on', 'wrong_password', 'missing_meta'],
  }),
  confirmSecondFactor: defineEndpoint({
    ...shared,
    method: 'PATCH',
    summary: 'Confirm the second factor by a first code',
    description: 'From now on signing in asks for a code. The answer shows ten recovery codes, this once.',
    permission: 'account.update',
    holdsSecret: true,
    body: { kind: 'meta', meta: { members: { code }, required: ['code'] } },
    answer: { kind: 'resource', status: 200 },
    errors: ['second_factor_on', 'second_factor_off', 'wrong_code'],
  }),
  endSecondFactor: defineEndpoint({
    ...shared,
    method: 'DELETE',
    summary: 'Sign in without a second factor again',
    description: 'Needs a code, or a recovery code, and the present password of whoever has one.',
    permission: 'account.update',
    holdsSecret: true,
    body: { kind: 'meta', meta: { members: { current_password, code }, required: ['code'] } },
    answer: { kind: 'empty', status: 204 },
    errors: ['second_factor_off', 'wrong_code', 'wrong_password'],
  }),
  makeRecoveryCodes: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/me/second_factor/recovery_codes',
    summary: 'Make ten new recovery codes',
    description:
      'Those that there were are good for nothing any more. Needs the same as ending the second factor.',
    permission: 'account.update',
    holdsSecret: true,
    body: { kind: 'meta', meta: { members: { current_password, code }, required: ['code'] } },
    answer: { kind: 'resource', status: 201 },
    errors: ['second_factor_off', 'wrong_code', 'wrong_password'],
  }),
}
