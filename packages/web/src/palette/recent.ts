const KEY = 'runsheet-palette'
const KEPT = 20

/** What was chosen in the palette before, the last first. */
export function recentKeys(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

export function remember(key: string): void {
  try {
    const kept = [key, ...recentKeys().filter((other) => other !== key)].slice(0, KEPT)
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Without storage nothing is recent.
  }
}
