import { Type } from 'typebox'
import { creatable, defineResource, readOnly, secret, toOne } from '../resource.ts'
import { Flag, nullable, Timestamp } from '../schema/scalars.ts'
import { CODE_AT_MOST } from '../second-factor/code-length.ts'

export const session = defineResource({
  type: 'session',
  summary: 'A browser in which somebody has signed in',
  attributes: {
    email: creatable(Type.String({ minLength: 1, maxLength: 320 }), { required: true }),
    password: secret(Type.String({ minLength: 1, maxLength: 1024 }), { required: true }),
    code: secret(Type.String({ minLength: 1, maxLength: CODE_AT_MOST }), {
      note: 'Of the authenticator, or a recovery code, for people with a second factor.',
    }),
    current: readOnly(Flag, { note: 'True for the session that asks.' }),
    address: readOnly(Type.String(), { note: 'From where the person signed in.' }),
    user_agent: readOnly(nullable(Type.String())),
    created_at: readOnly(Timestamp),
    last_seen_at: readOnly(Timestamp, { note: 'To the minute.' }),
    expires_at: readOnly(Timestamp, { note: 'When it ends if it is not used until then.' }),
  },
  relationships: { user: toOne('user') },
})
