import type { Document, TestServer } from '../server/index.ts'

/** A list as somebody reads it who follows `next` to the end. */
export interface Walk {
  readonly ids: readonly string[]
  /** What each page said of the number of all. */
  readonly totals: readonly unknown[]
  readonly links: readonly string[]
}

/** Reads a list to its end. @param between is done after each page but the last */
export async function walk(
  server: TestServer,
  path: string,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Walk> {
  const ids: string[] = []
  const totals: unknown[] = []
  const links: string[] = []
  let at: string | null = path
  while (at !== null) {
    const { status, document } = await server.send('GET', at)
    if (status !== 200) throw new Error(`${at}: ${status} ${JSON.stringify(document)}`)
    ids.push(...(document['data'] as Document[]).map(({ id }) => id as string))
    totals.push(document['meta'].page.total)
    const told = document['links'] as Record<string, string | null>
    links.push(...Object.values(told).filter((link) => link !== null))
    const next: string | null = told['next'] ?? null
    if (next !== null) await between()
    at = next === null ? null : next.slice(server.url.length)
  }
  return { ids, totals, links }
}
