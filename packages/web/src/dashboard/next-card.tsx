import { ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { PulseMark } from '../signs/task-marks.tsx'
import { timeWithDay } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import type { Figures } from './figures.ts'
import { Fitting } from './fitting.tsx'
import lineClasses from './lines.module.css'
import { TaskLine } from './task-line.tsx'

const SHOWN = 5
const PREDECESSORS_SHOWN = 3

/** What comes next on the critical path, and where somebody decides next. */
export function NextCard({ figures }: { readonly figures: Figures }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const zone = plan.runbook.timezone
  const time = (instant: number | undefined) => timeWithDay(instant ?? 0, zone, schedule.asOf)
  const detail = (at: number) => {
    const open = (plan.tasks[at]?.predecessors ?? []).filter(
      (id) => plan.tasks[plan.positions.get(id) ?? -1]?.stage !== 'complete',
    )
    const named = open.slice(0, PREDECESSORS_SHOWN).map((id) => `#${id}`)
    const ids = open.length > named.length ? [...named, '…'] : named
    return [ownersOf(plan, at), ids.length > 0 ? dashboard.after(ids.join(' ')) : '']
      .filter(Boolean)
      .join(' · ')
  }
  const { nextDecision, critical } = figures
  return (
    <Card
      name="next"
      title={
        <span className={cardClasses.withMark}>
          <PulseMark size={15} /> {dashboard.next}
        </span>
      }
    >
      {critical.length === 0 && <Nothing>{dashboard.nothingNext}</Nothing>}
      <Fitting items={critical} most={SHOWN} wallRow={47}>
        {(at) => (
          <TaskLine
            key={plan.tasks[at]?.id}
            at={at}
            detail={detail(at)}
            figure={time(schedule.times.start[at])}
          />
        )}
      </Fitting>
      {nextDecision !== undefined && (
        <div className={lineClasses.foot}>
          <TaskLine
            at={nextDecision}
            isSmall
            lead={dashboard.nextDecision}
            figure={<span className={cardClasses.quiet}>{time(schedule.times.end[nextDecision])}</span>}
          />
        </div>
      )}
    </Card>
  )
}
