import { type Endpoint, endpoints } from '@runsheet/contract'

/** The endpoint that a request would reach, with the ids of its path. */
export interface AskedEndpoint {
  readonly endpoint: Endpoint
  readonly ids: Readonly<Record<string, string>>
}

/** Finds the endpoint of a method and a path; a path of words goes before one with an id in the same place. */
export function askedEndpoint(method: string, path: string): AskedEndpoint | undefined {
  const words = (path.split('?')[0] ?? '').replace(/\/+$/, '').split('/')
  const found = Object.values<Endpoint>(endpoints).flatMap((endpoint) => {
    const ids = endpoint.method === method ? match(endpoint.path.split('/'), words) : undefined
    return ids ? [{ endpoint, ids }] : []
  })
  return found.toSorted((a, b) => Object.keys(a.ids).length - Object.keys(b.ids).length)[0]
}

function match(pattern: readonly string[], words: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== words.length) return undefined
  const ids: Record<string, string> = {}
  for (const [at, word] of pattern.entries()) {
    const sent = words[at] ?? ''
    if (word.startsWith(':') && /^[0-9]+$/.test(sent)) ids[word.slice(1)] = sent
    else if (word !== sent) return undefined
  }
  return ids
}
