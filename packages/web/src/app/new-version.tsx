import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../language/language.ts'
import { baseUrl } from '../server/client.ts'
import { mainScriptOf } from './main-script.ts'
import classes from './new-version.module.css'

const EVERY_MS = 5 * 60_000

/** Says that the server has a newer build than this page; never loads it by itself. */
export function NewVersion() {
  const { app } = useWords()
  const isStale = useIsStale()
  if (!isStale) return null
  return (
    <div className={classes.chip} role="status">
      {app.newVersion}
      <Button size="compact-xs" variant="subtle" onClick={() => window.location.reload()}>
        {app.reload}
      </Button>
    </div>
  )
}

function useIsStale(): boolean {
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    if (import.meta.env.DEV) return
    const mine = mainScriptOf(document.head.outerHTML)
    let lastAsked = Date.now()
    const ask = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - lastAsked < EVERY_MS) return
      lastAsked = Date.now()
      try {
        const answer = await fetch(`${baseUrl}/`, { headers: { accept: 'text/html' }, cache: 'no-store' })
        const theirs = answer.ok ? mainScriptOf(await answer.text()) : undefined
        if (mine !== undefined && theirs !== undefined && theirs !== mine) setStale(true)
      } catch {
        // Without a line there is nothing to tell; it is asked again later.
      }
    }
    const timer = setInterval(() => void ask(), EVERY_MS / 5)
    const onVisible = () => void ask()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [])
  return isStale
}
