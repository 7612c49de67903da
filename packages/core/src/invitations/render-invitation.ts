import { one, type Rendered, wireTime } from '../json-api/wire.ts'
import type { MadeLink } from '../passwords/password-link.ts'

/** What is told of a link by which somebody is invited. */
export interface Invitation extends Pick<MadeLink, 'id' | 'expires_at'> {
  readonly person: { readonly id: number; readonly email: string }
  readonly message: string | null
  readonly created_at: number
  /** The link itself, where it goes to nobody by mail. */
  readonly link: string | undefined
}

/** An invitation as the document shows it. */
export function renderInvitation({ id, person, message, link, ...times }: Invitation): Rendered {
  return {
    type: 'invitation',
    id: String(id),
    attributes: {
      message,
      email: person.email,
      by_mail: link === undefined,
      ...(link === undefined ? {} : { link }),
      created_at: wireTime(times.created_at),
      expires_at: wireTime(times.expires_at),
    },
    relationships: { user: one('user', person.id, `/core/users/${person.id}`) },
    links: {},
  }
}
