import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAnnouncement } from '../actions/run-action.ts'
import { useIsPhone } from '../design/phone.ts'
import { useWords } from '../language/language.ts'
import { showPalette, useIsPaletteOpen } from '../palette/palette-store.ts'
import { useMe } from '../server/use-me.ts'
import { openWorkspaceDialog, useWorkspaceDialog } from '../workspaces/workspace-dialog-store.ts'
import { usePreferences } from './apply-preferences.ts'
import { BottomBar } from './bottom-bar.tsx'
import { NewVersion } from './new-version.tsx'
import { part } from './part.tsx'
import { PartBoundary } from './part-boundary.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { useFocusAfterNavigation } from './use-focus-after-navigation.ts'

const Palette = part(async () => (await import('../palette/palette.tsx')).Palette, 'ahead')
const WorkspaceDialogs = part(
  async () => (await import('../workspaces/workspace-dialogs.tsx')).WorkspaceDialogs,
)

/** Places that need the whole width: an open runbook, and the import beside its preview. */
const isWidePath = (path: string) => /\/(runbooks\/[^/]+|import)(\/|$)/.test(path)

/** What is around every page: rail or sidebar, the place of the page, palette and dialogs, and the voice for screen readers. */
export function Shell() {
  const { app } = useWords()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isPhone = useIsPhone()
  const page = useRef<HTMLDivElement>(null)
  usePreferences(useMe())
  usePaletteKey()
  useFocusAfterNavigation(page)
  const isWide = isWidePath(path)
  const layout = isPhone ? classes.phone : isWide ? classes.withRail : classes.withSidebar
  return (
    <div className={`${classes.shell} ${layout}`}>
      <a href="#content" className={classes.skip}>
        {app.skipToContent}
      </a>
      {isPhone ? null : isWide ? <Rail /> : <Sidebar />}
      <div className={classes.page} id="content" ref={page} tabIndex={-1}>
        <PartBoundary of={path} fallback={null}>
          <Outlet />
        </PartBoundary>
      </div>
      {isPhone && !isWide && <BottomBar />}
      <OnDemand />
      <NewVersion />
      <LiveRegion />
    </div>
  )
}

/** What is loaded when it is first wanted. */
function OnDemand() {
  const isPaletteOpen = useIsPaletteOpen()
  const dialog = useWorkspaceDialog()
  return (
    <>
      {isPaletteOpen && (
        <PartBoundary fallback={null} onClose={() => showPalette(false)}>
          <Palette />
        </PartBoundary>
      )}
      {dialog && (
        <PartBoundary of={dialog.kind} fallback={null} onClose={() => openWorkspaceDialog(null)}>
          <WorkspaceDialogs dialog={dialog} />
        </PartBoundary>
      )}
    </>
  )
}

/** ⌘ or Ctrl with K finds or does something from wherever one is, also out of a field. */
function usePaletteKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      showPalette()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function LiveRegion() {
  const sentence = useAnnouncement()
  return (
    <div className={classes.hidden} role="status" aria-live="polite">
      {sentence}
    </div>
  )
}
