import { refuse } from '@runsheet/contract'

const KEPT = 1000

/** Clients send the same value with every request, and parsing a URL is dear. */
const hosts = new Map<string, string>()

/**
 * The host (with its port) that `Core-Url` names, in lower case.
 *
 * @throws {AppError} 400 `invalid_core_url` unless it is an absolute http(s) URL
 */
export function coreHost(value: string): string {
  const known = hosts.get(value)
  if (known !== undefined) return known
  if (!/^https?:\/\/[^\s,/?#]+[^\s,]*$/i.test(value) || !URL.canParse(value))
    throw refuse('invalid_core_url', { value }, { header: 'Core-Url' })
  const { host } = new URL(value)
  if (hosts.size >= KEPT) hosts.clear()
  hosts.set(value, host)
  return host
}

/** The host of a key of the map of Cores, which may be a URL or a bare host. */
export function hostOfKey(key: string): string {
  return new URL(key.includes('://') ? key : `https://${key}`).host
}
