import { Link } from '@tanstack/react-router'
import { ErrorPage } from '../app/error-page.tsx'
import { useWords } from '../language/language.ts'
import type { Plan } from '../room/plan.ts'
import { StagePill } from '../signs/pills.tsx'
import classes from './import.module.css'
import { ImportDesk } from './import-desk.tsx'
import { ImportFrame, ImportSkeleton } from './import-frame.tsx'
import { PlaceCrumbs } from './place-crumbs.tsx'
import { blockedReason, useRunbookTarget, useTargetPlan } from './runbook-target.ts'

/** The import into a runbook that is there. */
export function IntoRunbook({ runbookId }: { runbookId: string }) {
  const { data: plan, error, refetch } = useTargetPlan(runbookId)
  if (plan) return <Open plan={plan} />
  return error ? <ErrorPage error={error} reset={() => void refetch()} /> : <ImportSkeleton />
}

function Open({ plan }: { plan: Plan }) {
  const { blocked } = useWords().importing
  const { runbook } = plan
  const target = useRunbookTarget(plan)
  const runbookId = String(runbook.id)
  const reason = blockedReason(plan)
  const back = { to: '/runbooks/$runbookId/list', params: { runbookId } } as const
  const crumbs = (
    <>
      <PlaceCrumbs
        workspaceId={String(runbook.workspace_id)}
        folderId={runbook.folder_id === null ? undefined : String(runbook.folder_id)}
      />
      <Link {...back} className={classes.name}>
        {runbook.name}
      </Link>
      <StagePill stage={runbook.stage} runType={runbook.run_type} isTemplate={runbook.is_template} />
    </>
  )
  return (
    <ImportFrame crumbs={crumbs} back={back}>
      {reason ? (
        <div className={classes.empty}>
          <h1 className={classes.title}>{blocked[reason]}</h1>
          <Link {...back} className={classes.button}>
            {blocked.back}
          </Link>
        </div>
      ) : (
        target && <ImportDesk target={target} />
      )}
    </ImportFrame>
  )
}
