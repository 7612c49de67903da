const EDITS_AT_MOST = 3

/** The known word that a mistyped one most likely means; undefined when none is near. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((other) => ({ other, edits: editsBetween(word, other) }))
    .filter(({ other, edits }) => edits <= Math.min(EDITS_AT_MOST, Math.floor(other.length / 2)))
    .sort((a, b) => a.edits - b.edits)
  return best?.other
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}
