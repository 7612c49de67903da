/**
 * `Retry-After` in milliseconds (RFC 9110, section 10.2.3: seconds or a date); 0 when there is none.
 *
 * @param now milliseconds since the epoch
 */
export function retryAfter(header: string | null, now: number): number {
  if (header === null) return 0
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now)
}
