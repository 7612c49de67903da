/** How well a text answers a query; 0 does not at all. */
const NO_MATCH = 0
const LETTERS_IN_ORDER = 1
const SUBSTRING = 2
const PREFIX_OF_WORD = 3
const PREFIX = 4

/** Small letters without accents: `Übergabe` and `ubergabe` are the same. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * Beginning of the text before beginning of a word, before any place in it, before its letters in their order.
 *
 * @param text and query as `plain` gives them
 */
export function scoreOf(text: string, query: string): number {
  const at = text.indexOf(query)
  if (at === 0) return PREFIX
  if (at > 0) return beginsWord(text, query, at) ? PREFIX_OF_WORD : SUBSTRING
  let from = 0
  for (const letter of query) {
    if (letter === ' ') continue
    from = text.indexOf(letter, from) + 1
    if (from === 0) return NO_MATCH
  }
  return LETTERS_IN_ORDER
}

const isWordLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

function beginsWord(text: string, query: string, first: number): boolean {
  for (let at = first; at > 0; at = text.indexOf(query, at + 1)) if (!isWordLetter(text[at - 1])) return true
  return false
}

/** Something that was found, with how well. */
export interface Ranked<T> {
  readonly item: T
  readonly score: number
}

/**
 * The items that answer a query, the best first; of equals those that were used last, then those that were given first.
 * One pass, however many there are.
 *
 * @param recent keys, the last used first
 * @param limit how many are wanted at most
 */
export function rank<T>(
  items: Iterable<T>,
  query: string,
  of: { readonly text: (item: T) => string; readonly key: (item: T) => string },
  recent: readonly string[],
  limit: number,
): readonly Ranked<T>[] {
  const wanted = plain(query.trim())
  const places = new Map(recent.map((key, at) => [key, recent.length - at]))
  const found: (Ranked<T> & { readonly used: number })[] = []
  for (const item of items) {
    const score = wanted === '' ? PREFIX : scoreOf(plain(of.text(item)), wanted)
    if (score > NO_MATCH) found.push({ item, score, used: places.get(of.key(item)) ?? 0 })
  }
  return found.sort((a, b) => b.score - a.score || b.used - a.used).slice(0, limit)
}
