import type { IncomingMessage } from 'node:http'

/** Node keeps the first of these silently; two different ones would make the request mean two things. */
const single: ReadonlySet<string> = new Set(['authorization', 'content-type', 'host'])

/** A header that came twice and may come only once, in lower case. */
export function repeatedHeader({ rawHeaders, headers }: IncomingMessage): string | undefined {
  if (rawHeaders.length === 2 * Object.keys(headers).length) return undefined
  const seen = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    if (!single.has(name)) continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}
