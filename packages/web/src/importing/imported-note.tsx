import { useEffect, useSyncExternalStore } from 'react'
import { announce } from '../actions/run-action.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './file-drop.module.css'

const SHOWN_MS = 6000

/** What came in last, until it was told. */
let imported: { readonly runbookId: string; readonly count: number } | undefined
const listeners = new Set<() => void>()

/** Keeps what came in for the page of the runbook to tell. */
export function tellImported(runbookId: string, count: number): void {
  imported = { runbookId, count }
  for (const listener of listeners) listener()
}

function forget(): void {
  imported = undefined
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says for some seconds how many tasks came into this runbook. */
export function ImportedNote({ runbookId }: { runbookId: string }) {
  const { importing } = useWords()
  const told = useSyncExternalStore(subscribe, () => imported)
  const isHere = told?.runbookId === runbookId
  const done = importing.foot.done(told?.count ?? 0)
  useEffect(() => {
    if (!isHere) return
    announce(done)
    const timer = setTimeout(forget, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHere, done])
  if (!isHere) return null
  return (
    <div className={classes.told}>
      <Icon name="check" size={15} />
      {done}
    </div>
  )
}
