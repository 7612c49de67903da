/**
 * The entries that a text names, best first: what begins with it, then what has a word that begins with it, then what
 * holds it anywhere. Stable; one pass over the entries.
 *
 * @param most how many are wanted
 */
export function findMatches<T>(
  entries: readonly T[],
  text: string,
  nameOf: (entry: T) => string,
  most: number,
): readonly T[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return entries.slice(0, most)
  const ranks: [T[], T[], T[]] = [[], [], []]
  for (const entry of entries) {
    const name = nameOf(entry).toLowerCase()
    const at = name.indexOf(wanted)
    if (at < 0) continue
    const startsWord = new RegExp(String.raw`(^|[^\p{L}\p{N}])${escaped(wanted)}`, 'u').test(name)
    ranks[at === 0 ? 0 : startsWord ? 1 : 2].push(entry)
    if (ranks[0].length >= most) break
  }
  return ranks.flat().slice(0, most)
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
