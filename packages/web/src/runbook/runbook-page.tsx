import { VisuallyHidden } from '@mantine/core'
import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { allActions } from '../actions/index.ts'
import { useActionKeys } from '../actions/keyboard.ts'
import { useActionContext, useView } from '../actions/use-actions.ts'
import { ErrorPage } from '../app/error-page.tsx'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { useLoadAhead } from '../app/use-load-ahead.ts'
import { ClockBand } from '../clock-band/clock-band.tsx'
import { NowPanel } from '../clock-band/now-panel.tsx'
import { useIsPhone } from '../design/phone.ts'
import { DialogHost } from '../dialogs/dialog-host.tsx'
import { DropOnRunbook } from '../importing/drop-on-runbook.tsx'
import { useOfferToPalette } from '../palette/palette-store.ts'
import { RoomProvider, useMaybeRoomState, useRoom } from '../room/use-room.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import classes from './runbook-page.module.css'
import { RunbookSkeleton } from './runbook-skeleton.tsx'
import { useRunbookAddress } from './search.ts'
import { TopBar } from './top-bar.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { ViewBar } from './view-bar.tsx'

const TaskPanel = part(async () => (await import('../task-panel/task-panel.tsx')).TaskPanel, 'ahead')
const PhonePage = part(async () => (await import('../phone/phone-page.tsx')).PhonePage, 'ahead')

/** An open runbook: its room, and everything that is shown of it. */
export function RunbookPage() {
  const { runbookId } = useParams({ strict: false })
  return (
    <RoomProvider runbookId={runbookId ?? ''}>
      <RoomDoor />
    </RoomProvider>
  )
}

/** Waits for the documents, or says why there are none. */
function RoomDoor() {
  const room = useRoom()
  const state = useMaybeRoomState()
  const failure = useSyncExternalStore(room.subscribe, room.failure)
  if (failure) return <ErrorPage error={failure.error} reset={() => room.retry()} />
  return state ? <OpenRunbook /> : <RunbookSkeleton />
}

function OpenRunbook() {
  const context = useActionContext()
  const view = useView()
  const { task, isWall } = useRunbookAddress()
  const isPhone = useIsPhone()
  const { runbook, run } = context.state.plan
  useActionKeys(allActions, context)
  useLoadAhead()
  useOfferToPalette(context)
  const urgent = useAnnouncements()
  useEffect(() => {
    document.title = `${runbook.name} · Runsheet`
  }, [runbook.name])
  useEffect(() => {
    if (task !== null) context.ui.set({ cursor: task })
  }, [task, context.ui])
  if (isPhone)
    return (
      <PartBoundary fallback={<RunbookSkeleton />}>
        <PhonePage />
        <DialogHost />
      </PartBoundary>
    )
  if (isWall)
    return (
      <PartBoundary of={view} fallback={null}>
        <Outlet />
      </PartBoundary>
    )
  return (
    <main className={classes.page}>
      <VisuallyHidden role="alert">{urgent}</VisuallyHidden>
      <ConnectionBar />
      <TopBar />
      <ClockBand />
      <div className={classes.below}>
        <div className={classes.left}>
          <ViewBar />
          <div className={classes.row}>
            <div className={classes.view} data-view={view}>
              <PartBoundary of={view} fallback={<RunbookSkeleton isViewOnly />}>
                <Outlet />
              </PartBoundary>
            </div>
            {task === null && run !== null && view !== 'dashboard' && view !== 'history' && <NowPanel />}
          </div>
        </div>
        {task !== null && (
          <PartBoundary of={task} fallback={<aside className={classes.panel} />}>
            <TaskPanel taskId={task} />
          </PartBoundary>
        )}
      </div>
      <DialogHost />
      <DropOnRunbook />
    </main>
  )
}
