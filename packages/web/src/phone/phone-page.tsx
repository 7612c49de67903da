import { Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { useRoomState } from '../room/use-room.tsx'
import { ConnectionBar } from '../runbook/connection-bar.tsx'
import { hasFilters } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { AgendaTab } from './agenda-tab.tsx'
import { CommentsTab } from './comments-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { ListTab } from './list-tab.tsx'
import { NowTab } from './now-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { PhoneBand } from './phone-band.tsx'
import { PhoneHeader } from './phone-header.tsx'
import classes from './phone-page.module.css'
import type { PhoneTab } from './phone-tab.ts'
import { PhoneTabs } from './phone-tabs.tsx'
import { useKeyboardRoom } from './use-keyboard-room.ts'
import { usePhoneTab } from './use-phone-tab.ts'

const TaskPanel = part(async () => (await import('../task-panel/task-panel.tsx')).TaskPanel, 'ahead')

/** An open runbook in one hand: the clock above, one view at a time, the views within reach of the thumb. */
export function PhonePage() {
  const { tab } = usePhoneTab()
  const { task } = useRunbookAddress()
  const { style, isTyping } = useKeyboardRoom()
  useLanding()
  const isCovered = task !== null
  return (
    <div className={classes.page} style={style}>
      <ConnectionBar />
      <div className={classes.stack}>
        <main className={classes.under} inert={isCovered}>
          <PhoneHeader />
          {!isTyping && <PhoneBand />}
          <div className={classes.tab} key={tab}>
            <Tab tab={tab} />
          </div>
          {!isTyping && <PhoneTabs />}
        </main>
        {isCovered && (
          <div className={classes.cover}>
            <PartBoundary of={task} fallback={<PanelSkeleton />}>
              <TaskPanel taskId={task} />
            </PartBoundary>
          </div>
        )}
      </div>
    </div>
  )
}

function Tab({ tab }: { tab: PhoneTab }) {
  const { run } = useRoomState().plan
  switch (tab) {
    case 'now':
      return run !== null && run.end_actual === null ? <NowTab /> : <OverviewTab />
    case 'list':
      return <ListTab />
    case 'timeline':
      return <AgendaTab />
    case 'comments':
      return <CommentsTab />
    default:
      return <HistoryTab />
  }
}

/** Who comes to a run without asking for anything of it sees what happens now. */
function useLanding(): void {
  const { run } = useRoomState().plan
  const { tab, goTo } = usePhoneTab()
  const { filters, task } = useRunbookAddress()
  const isPlain = tab === 'list' && task === null && !hasFilters(filters)
  const isLive = run !== null && run.end_actual === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the runbook is opened
  useEffect(() => {
    if (isPlain && isLive) goTo('now')
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- once, when the runbook is opened
  }, [])
}

function PanelSkeleton() {
  return (
    <div className={classes.panelSkeleton}>
      <Skeleton width="30%" height={14} />
      <Skeleton width="80%" height={24} mt={24} />
      <Skeleton width="60%" height={14} mt={12} />
    </div>
  )
}
