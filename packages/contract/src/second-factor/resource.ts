import { Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { Flag, nullable, Timestamp } from '../schema/scalars.ts'

export const secondFactor = defineResource({
  type: 'second_factor',
  summary: 'The authenticator whose codes the caller signs in with as well; the id is that of the user',
  attributes: {
    enabled: readOnly(Flag, { note: 'Signing in asks for a code.' }),
    confirmed_at: readOnly(nullable(Timestamp)),
    recovery_codes_left: readOnly(Type.Integer({ minimum: 0 })),
    secret: readOnly(Type.String(), {
      optional: true,
      note: 'Base32 (RFC 4648), for an authenticator. Only in the answer that makes it.',
    }),
    uri: readOnly(Type.String(), {
      optional: true,
      note: 'The same as `otpauth://totp/…`, to be shown as a QR code. Only in the answer that makes it.',
    }),
    recovery_codes: readOnly(Type.Array(Type.String()), {
      optional: true,
      note: 'Only in the answer that makes them: they are not kept.',
    }),
  },
  relationships: { user: toOne('user') },
})
