import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { WhoRuns } from '../access/who-runs.tsx'
import { ActionButton } from '../actions/action-button.tsx'
import { resumeRun } from '../actions/runbook-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { countWaiting } from '../room/cause.ts'
import type { RoomState } from '../room/room-state.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { useMe } from '../server/use-me.ts'
import { TimePair } from '../signs/time-pair.tsx'
import { clockTime, lengthPassed } from '../time/format.ts'
import { useMinutesSince } from '../time/use-clock.ts'
import classes from './now-tab.module.css'
import { lastBefore, type NowTasks, nowTasks } from './now-tasks.ts'
import { Quiet, Section } from './section.tsx'
import { RunningFigure, TaskLine } from './task-line.tsx'
import { usePhoneTab } from './use-phone-tab.ts'
import { YoursCard } from './yours-card.tsx'

const NEXT_SHOWN = 3
const OTHERS_SHOWN = 8

/** What happens now: what is mine and can be done, what is mine next, what runs, what others could start. */
export function NowTab() {
  const { phone } = useWords()
  const state = useRoomState()
  const { plan, schedule } = state
  const me = Number(useMe().id)
  const now = useMemo(() => nowTasks(plan, schedule, me), [plan, schedule, me])
  const mine = now.yours.length + now.yoursNext.length
  return (
    <div className={classes.tab}>
      {plan.runbook.stage === 'paused' && <PausedNote />}
      <Section
        title={phone.yoursNow}
        {...(now.yours.length > 0 ? { aside: phone.ofOpen(now.yours.length, mine) } : {})}
      >
        {now.yours.length === 0 && <Quiet>{nothingText(now, state, phone)}</Quiet>}
        {now.yours.map((at) => (
          <YoursCard key={plan.tasks[at]?.id} at={at} />
        ))}
      </Section>
      {now.yoursNext.length > 0 && <YoursNext positions={now.yoursNext} state={state} />}
      {now.running.length > 0 && <Running positions={now.running} state={state} />}
      {now.canStart.length > 0 && <CanStart positions={now.canStart} state={state} />}
    </div>
  )
}

interface ListProps {
  readonly positions: readonly number[]
  readonly state: RoomState
}

function nothingText(
  { yoursNext }: NowTasks,
  { plan, schedule }: RoomState,
  phone: ReturnType<typeof useWords>['phone'],
): string {
  const at = yoursNext[0]
  if (at === undefined)
    return plan.tasks.every(({ stage }) => stage === 'complete') ? phone.allDone : phone.nothingElse
  const clock = clockTime(schedule.times.start[at] ?? 0, plan.runbook.timezone)
  return `${phone.nothingNow} ${phone.nextAt(plan.tasks[at]?.id ?? 0, clock)}`
}

function PausedNote() {
  const { clock, phone } = useWords()
  const context = useActionContext()
  return (
    <div className={classes.paused} role="status">
      <div>
        <b>{phone.paused}.</b> {clock.nothingStarts} <WhoRuns state={context.state} />
      </div>
      <ActionButton action={resumeRun} context={context} h={44} fz={15} />
    </div>
  )
}

function YoursNext({ positions, state: { plan, schedule } }: ListProps) {
  const { phone } = useWords()
  const { filters, setFilters } = useRunbookAddress()
  const { goTo } = usePhoneTab()
  const zone = plan.runbook.timezone
  return (
    <Section title={phone.yoursNext} aside={positions.length}>
      {positions.slice(0, NEXT_SHOWN).map((at) => {
        const task = plan.tasks[at]
        if (!task) return null
        const before = lastBefore(plan, schedule, task)
        return (
          <TaskLine
            key={task.id}
            at={at}
            below={
              before ? (
                <>
                  {phone.after} <b>#{before.id}</b> {before.name}
                </>
              ) : task.start_fixed === null ? null : (
                phone.waitsForFixed(clockTime(task.start_fixed, zone))
              )
            }
            figure={
              <TimePair
                planned={schedule.plannedStart[at] ?? 0}
                expected={schedule.times.start[at] ?? 0}
                isFact={false}
                zone={zone}
              />
            }
          />
        )
      })}
      {positions.length > NEXT_SHOWN && (
        <div className={classes.all}>
          <Button
            variant="subtle"
            h={44}
            fz={14}
            onClick={() => {
              goTo('list')
              setFilters({ ...filters, mine: true })
            }}
          >
            {phone.showAll(positions.length)}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Running({ positions, state: { plan, schedule } }: ListProps) {
  const { phone, clock } = useWords()
  const { tasks } = plan
  const { network } = schedule
  const shown = useMemo(
    () =>
      positions.slice(0, OTHERS_SHOWN).map((at) => ({ at, held: countWaiting({ tasks }, { network }, at) })),
    [tasks, network, positions],
  )
  return (
    <Section title={phone.runningNow} aside={positions.length}>
      {shown.map(({ at, held }) => {
        const parts = [ownersOf(plan, at), held > 0 ? phone.holds(held) : '']
        return (
          <TaskLine
            key={plan.tasks[at]?.id}
            at={at}
            below={parts.filter(Boolean).join(' · ')}
            figure={<RunningFigure at={at} />}
          />
        )
      })}
      {positions.length > shown.length && <Quiet>{clock.now.more(positions.length - shown.length)}</Quiet>}
    </Section>
  )
}

function CanStart({ positions, state: { plan, schedule } }: ListProps) {
  const { phone, clock } = useWords()
  const shown = positions.slice(0, OTHERS_SHOWN)
  return (
    <Section title={phone.canStart} aside={positions.length}>
      {shown.map((at) => (
        <TaskLine
          key={plan.tasks[at]?.id}
          at={at}
          below={<StarterAndWait at={at} />}
          figure={
            <TimePair
              planned={schedule.plannedStart[at] ?? 0}
              expected={schedule.times.start[at] ?? 0}
              isFact={false}
              isLoud
              zone={plan.runbook.timezone}
            />
          }
        />
      ))}
      {positions.length > shown.length && <Quiet>{clock.now.more(positions.length - shown.length)}</Quiet>}
    </Section>
  )
}

/** Who can start a task, and for how long it has been ready. */
function StarterAndWait({ at }: { at: number }) {
  const { phone } = useWords()
  const { plan } = useRoomState()
  const waited = useMinutesSince(plan.tasks[at]?.start_ready ?? null)
  const parts = [ownersOf(plan, at), waited >= 60 ? phone.readySince(lengthPassed(waited)) : '']
  return <>{parts.filter(Boolean).join(' · ')}</>
}
