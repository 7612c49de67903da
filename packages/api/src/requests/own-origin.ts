import type { ApiSettings } from '../settings.ts'

/**
 * Whether the page that a browser speaks for is ours: of the address that the caller used, of the public address, or of an
 * origin that the settings let in by name. `*` lets pages read what a token lets them; it does not make them ours.
 *
 * @param sent the `Origin` header (RFC 6454, section 7)
 * @param used scheme and host that the caller used
 */
export function isOwnOrigin(
  sent: string | undefined,
  used: string,
  { publicUrl, corsOrigins }: Pick<ApiSettings, 'publicUrl' | 'corsOrigins'>,
): boolean {
  if (sent === undefined || sent === 'null') return false
  if (sent === used || corsOrigins.includes(sent)) return true
  return publicUrl !== undefined && new URL(publicUrl).origin === sent
}
