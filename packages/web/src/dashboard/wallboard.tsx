import { MantineProvider } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { cssVariablesResolver, theme } from '../design/theme.ts'
import { useTheme } from '../design/use-theme.ts'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { BurnUpCard } from './burn-up-chart.tsx'
import classes from './dashboard.module.css'
import { EventsCard } from './events-card.tsx'
import { MilestonesCard } from './milestones-card.tsx'
import { NextCard } from './next-card.tsx'
import { CriticalCard, LoadCard } from './plan-cards.tsx'
import { LongerCard, RecordCard, SkippedCard } from './record-cards.tsx'
import { RunningCard } from './running-card.tsx'
import { StreamsCard } from './stream-cells.tsx'
import { useFigures } from './use-figures.ts'
import wallClasses from './wall.module.css'
import { WallClock } from './wall-clock.tsx'
import { WallProvider } from './wall-context.ts'
import { WallHead } from './wall-head.tsx'

const styleNonce = () => document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

const SCHEME = 'data-mantine-color-scheme'

/** The document's own attribute is set by `useDark`, which gives it back. */
const nowhere = () => undefined

/** The dashboard for a wall: dark, full screen, without anything to press. Escape leaves it. */
export function Wallboard() {
  useFullScreen()
  useDark()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme="dark"
      getStyleNonce={styleNonce}
      getRootElement={nowhere}
    >
      <WallProvider value={true}>
        <Wall />
      </WallProvider>
    </MantineProvider>
  )
}

function Wall() {
  const { dashboard } = useWords()
  const { plan } = useRoomState()
  const { figures, burnUp } = useFigures()
  const isOver = plan.run?.end_actual != null
  return (
    <main className={classes.wall} data-wall aria-label={dashboard.wallboard}>
      <WallHead />
      <WallClock />
      <div className={wallClasses.wallGrid}>
        <StreamsCard figures={figures} />
        {plan.run === null ? (
          <>
            <CriticalCard figures={figures} />
            <MilestonesCard />
            <BurnUpCard of={burnUp} />
            <LoadCard />
            <EventsCard />
          </>
        ) : isOver ? (
          <>
            <RecordCard figures={figures} />
            <LongerCard />
            <BurnUpCard of={burnUp} />
            <SkippedCard figures={figures} />
            <EventsCard />
          </>
        ) : (
          <>
            <RunningCard figures={figures} />
            <NextCard figures={figures} />
            <BurnUpCard of={burnUp} />
            <MilestonesCard />
            <EventsCard />
          </>
        )}
      </div>
    </main>
  )
}

/**
 * Takes the whole screen where the browser lets it, gives it back when the wall goes, and leaves the wall when the
 * person leaves full screen. No key but Escape and W does anything here: nobody sees what it would act on.
 */
function useFullScreen(): void {
  const { setWall } = useRunbookAddress()
  const leave = useRef(setWall)
  leave.current = setWall
  useEffect(() => {
    const root = document.documentElement
    let wasFull = false
    // Browsers allow it only right after a press or a click.
    if (navigator.userActivation.isActive) root.requestFullscreen?.().catch(() => undefined)
    const onChange = () => {
      if (document.fullscreenElement) wasFull = true
      else if (wasFull) leave.current(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key === 'Escape' || event.key.toLowerCase() === 'w') leave.current(false)
      else if (event.key.length > 1 && !['Enter', 'Delete', 'Backspace'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('fullscreenchange', onChange)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      window.removeEventListener('keydown', onKey, { capture: true })
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
    }
  }, [])
}

/** Makes the document dark for as long as the wall is there, also when the system turns light meanwhile. */
function useDark(): void {
  const scheme = useTheme()
  useLayoutEffect(() => {
    const root = document.documentElement
    root.setAttribute(SCHEME, 'dark')
    return () => root.setAttribute(SCHEME, scheme)
  }, [scheme])
}
