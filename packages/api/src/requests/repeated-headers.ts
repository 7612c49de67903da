import type { IncomingMessage } from 'node:http'

/** Of some of these Node keeps the first silently, others it joins with a comma; two different ones would make the request mean two things. */
const single: ReadonlyMap<string, string> = new Map(
  [
    'Api-Version',
    'Authorization',
    'Content-Type',
    'Core-Url',
    'Host',
    'Idempotency-Key',
    'Last-Event-ID',
  ].map((name) => [name.toLowerCase(), name]),
)

/** A header that came twice and may come only once. */
export function repeatedHeader({ rawHeaders, headers }: IncomingMessage): string | undefined {
  if (rawHeaders.length === 2 * Object.keys(headers).length) return undefined
  const seen = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = single.get((rawHeaders[at] ?? '').toLowerCase())
    if (name === undefined) continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}
