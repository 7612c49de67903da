import { Type } from 'typebox'
import { creatable, defineResource, readOnly, secret, toMany, writable } from '../resource.ts'
import { RolesAttributes } from '../roles/resource.ts'
import { Email, Flag, Name, nullable, oneOf, Phone, Timestamp } from '../schema/scalars.ts'

/** By what a person is known when signing in. */
export const userProviders = ['email', 'saml', 'oidc'] as const
export type UserProvider = (typeof userProviders)[number]

/** A part of a name as it is sent: empty text stands for none. */
const NamePart = nullable(Type.String({ maxLength: 255, format: 'line' }))

/** Clients put the parts together as they are. */
const EMPTY = 'Empty where there is none.'

export const user = defineResource({
  type: 'user',
  summary: 'A person, or a program that calls the API',
  attributes: {
    first_name: writable(Type.String(), { write: NamePart, required: true, note: EMPTY }),
    last_name: writable(Type.String(), { write: NamePart, required: true, note: EMPTY }),
    name: readOnly(Type.String(), { note: 'The full display name.' }),
    email: writable(Type.String(), { write: Email, required: true }),
    unique_id: writable(nullable(Type.String()), {
      write: nullable(Name),
      note: 'By which another system knows the person. Nobody else has it.',
    }),
    provider: writable(Type.String(), { write: oneOf(...userProviders) }),
    non_interactive: creatable(Flag, {
      note: 'A program: it calls the API with tokens that administrators make for it, and cannot sign in. Said once: no account of a person becomes one in whose name others act.',
    }),
    job_title: writable(nullable(Name)),
    phone: writable(nullable(Phone), {
      note: 'E.164. Null for whoever is neither the person nor manages people.',
    }),
    roles_attributes: secret(RolesAttributes, {
      note: 'Roles to grant: each on `resource_type` and `resource_id`, or on the whole instance without them.',
    }),
    archived: readOnly(Flag),
    status: readOnly(oneOf('active', 'invited', 'archived')),
    last_sign_in_at: readOnly(nullable(Timestamp)),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { roles: toMany('role') },
})
