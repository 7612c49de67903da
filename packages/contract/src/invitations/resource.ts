import { Type } from 'typebox'
import { creatable, defineResource, readOnly, toOne } from '../resource.ts'
import { Flag, nullable, Timestamp } from '../schema/scalars.ts'

/** The longest word of somebody's own in an invitation. */
export const INVITATION_MESSAGE_AT_MOST = 2_000

export const invitation = defineResource({
  type: 'invitation',
  summary: 'A link by which somebody who has never signed in sets a password',
  attributes: {
    message: creatable(nullable(Type.String({ maxLength: INVITATION_MESSAGE_AT_MOST })), {
      note: 'Stands in the mail.',
    }),
    email: readOnly(Type.String()),
    by_mail: readOnly(Flag, { note: 'It goes to the e-mail address; else the answer has the link.' }),
    link: readOnly(Type.String(), {
      optional: true,
      note: 'Where the server sends no mail, in the answer that makes it and never again: hand it to the person.',
    }),
    created_at: readOnly(Timestamp),
    expires_at: readOnly(Timestamp),
  },
  relationships: { user: toOne('user') },
})
