/** Whether one character more, less or other, or two neighbours exchanged, makes the one text of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

/** The only candidate that is one edit away, whatever the case of letters; undefined where none is, or several are. */
export function closestTo(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase()
  const close = new Map<string, string>()
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase()
    if (lower === wanted || isOneEditAway(lower, wanted)) close.set(lower, candidate)
    if (close.size > 1) return undefined
  }
  return [...close.values()][0]
}
