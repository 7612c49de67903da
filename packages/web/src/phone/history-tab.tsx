import { Outlet } from '@tanstack/react-router'
import { PartBoundary } from '../app/part-boundary.tsx'
import { RunbookSkeleton } from '../runbook/runbook-skeleton.tsx'
import classes from './history-tab.module.css'

/** What happened: the history view itself, in the width of the phone. */
export function HistoryTab() {
  return (
    <div className={classes.tab}>
      <div id="view-controls" className={classes.controls} />
      <div className={classes.view}>
        <PartBoundary fallback={<RunbookSkeleton isViewOnly />}>
          <Outlet />
        </PartBoundary>
      </div>
    </div>
  )
}
