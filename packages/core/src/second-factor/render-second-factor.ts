import { one, type Rendered, wireTimeOrNull } from '../json-api/wire.ts'
import type { SecondFactor } from './second-factor-queries.ts'

/** What is shown once, in the answer that makes it. */
export interface ShownOnce {
  readonly secret?: string
  readonly uri?: string
  readonly recovery_codes?: readonly string[]
}

/** The second factor of the caller as the document shows it, also when there is none. */
export function renderSecondFactor(
  userId: number,
  factor: SecondFactor | undefined,
  shown: ShownOnce = {},
): Rendered {
  const confirmed_at = factor?.confirmed_at ?? null
  return {
    type: 'second_factor',
    id: String(userId),
    attributes: {
      enabled: confirmed_at !== null,
      confirmed_at: wireTimeOrNull(confirmed_at),
      recovery_codes_left: confirmed_at === null ? 0 : (factor?.recovery_codes_left ?? 0),
      ...shown,
    },
    relationships: { user: one('user', userId, `/core/users/${userId}`) },
    links: { self: '/core/me/second_factor' },
  }
}
