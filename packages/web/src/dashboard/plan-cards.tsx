import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { Initials, partyName } from '../signs/owner-stack.tsx'
import { PulseMark } from '../signs/task-marks.tsx'
import { lengthOf, timeWithDay } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import type { Figures } from './figures.ts'
import { Fitting } from './fitting.tsx'
import { loadsOf } from './people-load.ts'
import planClasses from './plan.module.css'
import { TaskLine } from './task-line.tsx'

const CRITICAL_SHOWN = 8
const PEOPLE_SHOWN = 14

/** The tasks that decide how long the plan takes. */
export function CriticalCard({ figures }: { readonly figures: Figures }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const { critical } = figures
  const seconds = critical.reduce(
    (sum, at) => sum + Math.max(0, (schedule.times.end[at] ?? 0) - (schedule.times.start[at] ?? 0)),
    0,
  )
  const longest = useMemo(() => {
    const length = (at: number) => (schedule.times.end[at] ?? 0) - (schedule.times.start[at] ?? 0)
    return critical.toSorted((one, other) => length(other) - length(one) || one - other)
  }, [critical, schedule])
  return (
    <Card
      name="critical"
      title={
        <span className={cardClasses.withMark}>
          <PulseMark size={15} /> {dashboard.criticalPath}
        </span>
      }
      hint={dashboard.criticalSays(critical.length, lengthOf(seconds))}
    >
      <Fitting items={longest} most={CRITICAL_SHOWN} wallRow={44}>
        {(at) => (
          <TaskLine
            key={plan.tasks[at]?.id}
            at={at}
            isSmall
            figure={lengthOf((schedule.times.end[at] ?? 0) - (schedule.times.start[at] ?? 0))}
          />
        )}
      </Fitting>
    </Card>
  )
}

/** Who is planned for how much, and when: a bar for the time in which somebody is busy. */
export function LoadCard() {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const loads = useMemo(() => loadsOf(plan, schedule), [plan, schedule])
  const without = useMemo(
    () => plan.tasks.filter(({ assignees }) => assignees.length === 0).length,
    [plan.tasks],
  )
  const span = Math.max(60, schedule.end - schedule.start)
  const share = (instant: number) => `${((instant - schedule.start) / span) * 100}%`
  const zone = plan.runbook.timezone
  return (
    <Card
      name="load"
      title={dashboard.load}
      {...(without > 0 ? { aside: dashboard.withoutOwner(without) } : { hint: dashboard.loadHow })}
    >
      {loads.length === 0 && <Nothing>{dashboard.nobodyPlanned}</Nothing>}
      <Fitting items={loads} most={PEOPLE_SHOWN} wallRow={40}>
        {({ party, tasks, seconds, atOnce, busy }) => {
          const name = partyName(plan, party)
          return (
            <div key={`${party.type}-${party.id}`} className={planClasses.load}>
              <Initials name={name} isTeam={party.type !== 'user'} size={22} />
              <span className={planClasses.loadName}>{name}</span>
              <span
                className={planClasses.loadBar}
                role="img"
                aria-label={dashboard.loadSays(name, tasks, lengthOf(seconds))}
              >
                {busy.map(([from, until]) => (
                  <i
                    key={from}
                    title={`${timeWithDay(from, zone, schedule.start)} – ${timeWithDay(until, zone, from)}`}
                    style={{ left: share(from), width: `max(2px, ${((until - from) / span) * 100}%)` }}
                  />
                ))}
              </span>
              <span className={planClasses.loadFigure}>{lengthOf(seconds)}</span>
              <span className={planClasses.loadMost}>{atOnce > 1 ? dashboard.atOnce(atOnce) : ''}</span>
            </div>
          )
        }}
      </Fitting>
    </Card>
  )
}
