import { defineEndpoint } from '../endpoint.ts'
import { invitation } from './resource.ts'

export const invitationEndpoints = {
  createInvitation: defineEndpoint({
    resource: invitation,
    since: '2026.2.0',
    method: 'POST',
    path: '/core/users/:user_id/invitations',
    summary: 'Invite somebody again who has not signed in yet',
    description:
      'The link holds for seven days, is good for once, and takes the place of every earlier one. It goes by mail. Where the server sends none, the answer has it, this once; then the caller must be able to grant every role that the person holds, since whoever has the link gets in. After some invitations of a person the next has to wait. Those of an Owner are for Owners.',
    permission: 'people.manage',
    holdsSecret: true,
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['already_signed_in', 'mail_not_configured', 'validation_failed'],
  }),
}
