import { Type } from 'typebox'
import { PASSWORD_AT_LEAST, PASSWORD_AT_MOST } from '../me/resource.ts'
import { creatable, defineResource, readOnly, secret } from '../resource.ts'
import { Flag } from '../schema/scalars.ts'
import { CODE_AT_MOST } from '../second-factor/code-length.ts'

/** What a link by which a password is set was sent for. */
export const linkPurposes = ['reset', 'invitation'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

export const signInPage = defineResource({
  type: 'sign_in_page',
  summary: 'The ways in that this server offers',
  attributes: {
    password: readOnly(Flag, { note: 'With e-mail address and password.' }),
    password_reset: readOnly(Flag, {
      note: 'A forgotten password is set anew by a link that comes by mail.',
    }),
  },
  relationships: {},
})

export const passwordReset = defineResource({
  type: 'password_reset',
  summary: 'The wish for a link by which a forgotten password is set anew',
  attributes: {
    email: creatable(Type.String({ minLength: 1, maxLength: 320 }), { required: true }),
  },
  relationships: {},
})

export const password = defineResource({
  type: 'password',
  summary: 'A password that is set by a link from a mail; the id is that of the user',
  attributes: {
    link: secret(Type.String({ minLength: 1, maxLength: 64 }), {
      required: true,
      note: 'The secret of the link: what stands behind its `#`.',
    }),
    password: secret(Type.String({ minLength: PASSWORD_AT_LEAST, maxLength: PASSWORD_AT_MOST }), {
      required: true,
    }),
    code: secret(Type.String({ minLength: 1, maxLength: CODE_AT_MOST }), {
      note: 'Of the authenticator, or a recovery code, for people with a second factor.',
    }),
    email: readOnly(Type.String()),
    sessions_ended: readOnly(Type.Integer({ minimum: 0 })),
  },
  relationships: {},
})
