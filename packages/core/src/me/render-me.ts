import type { Access } from '@runsheet/domain'
import type { Services } from '../dispatch/services.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered } from '../json-api/wire.ts'
import { displayName } from '../users/render-user.ts'
import type { Me } from './me-queries.ts'

/** The caller as the document shows it, with what holds for everybody on this server. */
export function renderMe(me: Me, { tokenDays }: Pick<Services, 'tokenDays'>, access: Access): Rendered {
  return {
    type: 'me',
    id: String(me.id),
    attributes: {
      email: me.email,
      first_name: me.first_name,
      last_name: me.last_name,
      name: displayName(me),
      roles: me.roles,
      timezone: me.timezone,
      language: me.language,
      theme: me.theme,
      density: me.density,
      single_key_shortcuts: me.single_key_shortcuts,
      has_password: me.has_password,
      has_second_factor: me.has_second_factor,
      token_days_at_most: tokenDays ?? null,
      job_title: me.job_title,
      phone: me.phone,
      email_opt_in: me.email_opt_in,
      sms_opt_in: me.sms_opt_in,
      push_opt_in: me.push_opt_in,
      memorable_word: me.memorable_word,
    },
    relationships: { user: one('user', me.id, `/core/users/${me.id}`) },
    links: { self: '/core/me' },
    meta: { permissions: abilitiesOn('me', access, {}) },
  }
}
