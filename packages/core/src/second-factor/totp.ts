import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with what every authenticator understands. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const PERIOD_MS = form.period * 1_000
/** RFC 4226, section 4: 160 bits are recommended. */
const SECRET_BYTES = 20
/** Clocks of phones are a little off. */
const STEPS_EITHER_WAY = 1

/** A secret for an authenticator, in Base32. */
export function makeSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What a QR code tells an authenticator ("Key Uri Format" of Google Authenticator). @param label whose codes these are */
export function otpauthUri(secret: string, label: string): string {
  return new TOTP({ ...form, issuer: 'Runsheet', label, secret: Secret.fromBase32(secret) }).toString()
}

/** The code that an authenticator shows. @param at milliseconds since the epoch */
export function codeAt(secret: string, at: number): string {
  return TOTP.generate({ ...form, secret: Secret.fromBase32(secret), timestamp: at })
}

/**
 * Which time step a code is of.
 *
 * @param now milliseconds since the epoch
 * @returns undefined when it is of none around now
 */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined
  const given = { ...form, secret: Secret.fromBase32(secret), token: code, timestamp: now }
  const delta = TOTP.validate({ ...given, window: STEPS_EITHER_WAY })
  return delta === null ? undefined : Math.floor(now / PERIOD_MS) + delta
}
