import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { allActions } from '../actions/index.ts'
import { useActionKeys } from '../actions/keyboard.ts'
import { useActionContext, useView } from '../actions/use-actions.ts'
import { ErrorPage } from '../app/error-page.tsx'
import { ClockBand } from '../clock-band/clock-band.tsx'
import { NowPanel } from '../clock-band/now-panel.tsx'
import { DialogHost } from '../dialogs/dialog-host.tsx'
import { RoomProvider, useMaybeRoomState, useRoom } from '../room/use-room.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import classes from './runbook-page.module.css'
import { RunbookSkeleton } from './runbook-skeleton.tsx'
import { useRunbookUi } from './runbook-ui.ts'
import { useRunbookAddress } from './search.ts'
import { TopBar } from './top-bar.tsx'
import { ViewBar } from './view-bar.tsx'

const TaskPanel = lazy(async () => ({ default: (await import('../task-panel/task-panel.tsx')).TaskPanel }))
const PhonePage = lazy(async () => ({ default: (await import('../phone/phone-page.tsx')).PhonePage }))

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
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false })
  const hand = useRunbookUi(context.room.runbookId)
  const { runbook, run } = context.state.plan
  useActionKeys(allActions, context)
  useEffect(() => {
    document.title = `${runbook.name} · Runsheet`
  }, [runbook.name])
  useEffect(() => {
    if (task !== null) context.ui.set({ cursor: task })
  }, [task, context.ui])
  if (isPhone)
    return (
      <Suspense fallback={<RunbookSkeleton />}>
        <PhonePage />
        <DialogHost />
      </Suspense>
    )
  if (isWall)
    return (
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    )
  return (
    <main className={classes.page}>
      <ConnectionBar />
      <TopBar />
      <ClockBand />
      <div className={classes.below}>
        <div className={classes.left}>
          <ViewBar />
          <div className={classes.view} data-view={view}>
            <Suspense fallback={<RunbookSkeleton isViewOnly />}>
              <Outlet />
            </Suspense>
          </div>
        </div>
        {task !== null ? (
          <Suspense fallback={<aside className={classes.panel} />}>
            <TaskPanel taskId={task} />
          </Suspense>
        ) : (
          run !== null && view !== 'dashboard' && view !== 'history' && hand.isNowPanelOpen && <NowPanel />
        )}
      </div>
      <DialogHost />
    </main>
  )
}
