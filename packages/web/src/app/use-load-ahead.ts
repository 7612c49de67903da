import { useEffect } from 'react'
import { loadAhead } from './part.tsx'

const AFTER_MS = 2000

/**
 * Fetches what a run may need while there is a line: who loses it can still change the view, finish, skip and pause.
 * Waits until the page has been at rest for two seconds, and goes on when a line has come back.
 */
export function useLoadAhead(): void {
  useEffect(() => {
    const load = () => void loadAhead()
    const timer = setTimeout(() => {
      // Not all browsers tell when they are idle.
      if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: AFTER_MS })
      else load()
    }, AFTER_MS)
    window.addEventListener('online', load)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', load)
    }
  }, [])
}
