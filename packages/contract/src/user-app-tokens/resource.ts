import { Type } from 'typebox'
import { creatable, defineResource, readOnly, toOne } from '../resource.ts'
import { Name, nullable, Timestamp } from '../schema/scalars.ts'

export const userAppToken = defineResource({
  type: 'user_app_token',
  summary: 'A token with which a program calls the API as its user',
  attributes: {
    label: creatable(Name, { required: true }),
    token: readOnly(Type.String(), {
      optional: true,
      note: '48 hexadecimal characters. Only in the answer that makes it: it is not kept.',
    }),
    last_four: readOnly(Type.String(), { note: 'The end of the token, to recognise it.' }),
    expires_at: creatable(nullable(Timestamp), {
      note: 'Without one it never expires, or after the longest life that this server allows.',
    }),
    last_used_at: readOnly(nullable(Timestamp), { note: 'To the minute.' }),
    revoked_at: readOnly(nullable(Timestamp)),
    created_at: readOnly(Timestamp),
  },
  relationships: { user: toOne('user') },
})
