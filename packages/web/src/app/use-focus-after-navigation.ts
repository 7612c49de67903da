import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'

/**
 * Puts the focus on the heading of a page that was navigated to, so that a screen reader reads where one is and the next
 * Tab goes on from there. Views of one runbook are no pages, and a focus that the page set itself stays.
 */
export function useFocusAfterNavigation(page: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || placeOf(fromLocation.pathname) === placeOf(toLocation.pathname)) return
        const { activeElement } = document
        if (activeElement?.closest('[role="dialog"]')) return
        const isSet = activeElement !== null && page.current?.contains(activeElement) === true
        if (isSet && activeElement !== page.current) return
        const heading = page.current?.querySelector<HTMLElement>('h1')
        if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
        const place = heading ?? page.current
        place?.focus({ preventScroll: true })
      }),
    [router, page],
  )
}

/** The page of a path: all views of a runbook are one. */
function placeOf(path: string): string {
  return /^.*\/runbooks\/[^/]+/.exec(path)?.[0] ?? path
}
