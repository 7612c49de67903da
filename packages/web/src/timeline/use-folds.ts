import { useCallback, useState } from 'react'

const keyOf = (userId: string, runbookId: string) => `runsheet-timeline-folds-${userId}-${runbookId}`

function read(key: string): ReadonlySet<number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(stored) ? stored.filter(Number.isInteger) : [])
  } catch {
    return new Set()
  }
}

/** The streams that a person has folded in a runbook; kept in this browser. */
export function useFolds(userId: string, runbookId: string) {
  const key = keyOf(userId, runbookId)
  const [state, setState] = useState(() => ({ key, folded: read(key) }))
  const folded = state.key === key ? state.folded : read(key)
  const setFolded = useCallback(
    (next: ReadonlySet<number>) => {
      setState({ key, folded: next })
      try {
        localStorage.setItem(key, JSON.stringify([...next]))
      } catch {
        // Without storage folds last as long as the page.
      }
    },
    [key],
  )
  return { folded, setFolded }
}
