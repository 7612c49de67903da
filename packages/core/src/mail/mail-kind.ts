import type { LinkPurpose } from '@runsheet/contract'

/** What a mail is about: it brings a link, or tells the address that an account had that it has another one. */
export type MailKind = LinkPurpose | 'email_changed'
