import { useMemo } from 'react'
import { WhoRuns } from '../access/who-runs.tsx'
import { ActionButton } from '../actions/action-button.tsx'
import { returnToPlanning, startRun } from '../actions/runbook-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { milestonesOf } from '../clock-band/milestones.ts'
import { ownersOf } from '../clock-band/why-words.ts'
import { FindingsList } from '../dialogs/findings-list.tsx'
import { useWords } from '../language/language.ts'
import type { RoomState } from '../room/room-state.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { isOf } from '../runbook/filters.ts'
import { useFindings } from '../runbook/use-findings.ts'
import { useMe } from '../server/use-me.ts'
import { TimePair } from '../signs/time-pair.tsx'
import { lengthOf, timeWithDay } from '../time/format.ts'
import nowClasses from './now-tab.module.css'
import classes from './overview-tab.module.css'
import { Quiet, Section } from './section.tsx'
import { TaskLine } from './task-line.tsx'

/** A runbook that does not run: before the start what stands against it, after the end what became of it; and what is mine. */
export function OverviewTab() {
  const state = useRoomState()
  const isPlan = state.plan.run === null
  return (
    <div className={nowClasses.tab}>
      {isPlan ? <BeforeStart state={state} /> : <Record state={state} />}
      <Milestones state={state} />
      <Yours state={state} />
    </div>
  )
}

function BeforeStart({ state: { plan } }: { state: RoomState }) {
  const { clock } = useWords()
  const { runbookId } = useRoom()
  const context = useActionContext()
  const { data, isError } = useFindings(runbookId, plan.seq, {}, !plan.runbook.is_template)
  if (plan.runbook.is_template) return null
  return (
    <Section title={clock.beforeStart}>
      <div className={classes.padded}>
        <FindingsList findings={data} hasFailed={isError} hasNoTasks={plan.tasks.length === 0} />
        <ActionButton
          action={startRun}
          context={context}
          h={52}
          fz={17}
          fw={600}
          radius={10}
          fullWidth
          mt={12}
        />
        <WhoRuns state={{ plan }} className={classes.who} />
      </div>
    </Section>
  )
}

function Record({ state: { plan } }: { state: RoomState }) {
  const { clock } = useWords()
  const context = useActionContext()
  const done = plan.tasks.filter(({ stage }) => stage === 'complete').length
  const undone = plan.tasks.length - done
  return (
    <Section title={clock.record}>
      <Quiet>
        {undone === 0
          ? clock.allDone(done)
          : `${clock.doneOf(done, plan.tasks.length)}, ${clock.undone(undone)}`}
      </Quiet>
      <div className={classes.padded}>
        <ActionButton
          action={returnToPlanning}
          context={context}
          variant="default"
          h={44}
          fz={15}
          fullWidth
        />
        <WhoRuns state={{ plan }} className={classes.who} />
      </div>
    </Section>
  )
}

function Milestones({ state: { plan, schedule } }: { state: RoomState }) {
  const { phone } = useWords()
  const milestones = useMemo(() => milestonesOf(plan, schedule), [plan, schedule])
  if (milestones.length === 0) return null
  const zone = plan.runbook.timezone
  return (
    <Section title={phone.milestones} aside={milestones.length}>
      {milestones.map(({ id, at: expected, isDone }) => {
        const at = plan.positions.get(id)
        if (at === undefined) return null
        return (
          <TaskLine
            key={id}
            at={at}
            below={ownersOf(plan, at)}
            figure={
              <TimePair
                planned={schedule.plannedEnd[at] ?? expected}
                expected={expected}
                isFact={isDone}
                zone={zone}
              />
            }
          />
        )
      })}
    </Section>
  )
}

const YOURS_SHOWN = 30

function Yours({ state: { plan, schedule } }: { state: RoomState }) {
  const { phone, clock } = useWords()
  const me = Number(useMe().id)
  const mine = useMemo(() => {
    const found: number[] = []
    for (let at = 0; at < plan.tasks.length; at += 1) if (isOf(plan, at, me)) found.push(at)
    const { start } = schedule.times
    return found.sort((one, other) => (start[one] ?? 0) - (start[other] ?? 0) || one - other)
  }, [plan, schedule, me])
  const zone = plan.runbook.timezone
  return (
    <Section title={phone.yours} {...(mine.length > 0 ? { aside: mine.length } : {})}>
      {mine.length === 0 && <Quiet>{phone.planTasks(0)}</Quiet>}
      {mine.slice(0, YOURS_SHOWN).map((at) => {
        const task = plan.tasks[at]
        return (
          <TaskLine
            key={task?.id}
            at={at}
            below={task?.duration ? phone.takes(lengthOf(task.duration)) : phone.takesNoTime}
            figure={timeWithDay(schedule.times.start[at] ?? schedule.start, zone, schedule.start)}
          />
        )
      })}
      {mine.length > YOURS_SHOWN && <Quiet>{clock.now.more(mine.length - YOURS_SHOWN)}</Quiet>}
    </Section>
  )
}
