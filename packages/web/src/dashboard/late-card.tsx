import { Loud } from '../clock-band/loud.tsx'
import { delaySentence, ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { lengthPassed } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import { Fitting } from './fitting.tsx'
import type { Lateness } from './lateness.ts'
import lineClasses from './lines.module.css'
import { TaskLine } from './task-line.tsx'

const SHOWN = 6

/** Where delay is made, each with its reason; how much is late only because of that; and what soon may be. */
export function LateCard({ lateness }: { readonly lateness: Lateness }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const { own, inherited, inheritedCount, atRisk } = lateness
  const float = (at: number) => {
    const seconds = schedule.times.totalFloat[at] ?? 0
    return seconds >= 60 ? dashboard.float(lengthPassed(seconds)) : dashboard.riskOver
  }
  return (
    <Card name="late" title={dashboard.late}>
      {own.length + inheritedCount + atRisk.length === 0 && <Nothing>{dashboard.nothingLate}</Nothing>}
      <Fitting items={own} most={SHOWN} wallRow={47}>
        {(delay) => (
          <TaskLine
            key={plan.tasks[delay.at]?.id}
            at={delay.at}
            detail={
              <>
                <Loud {...delaySentence(delay)} className={cardClasses.late} />
                {ownersOf(plan, delay.at) !== '' && <> · {ownersOf(plan, delay.at)}</>}
              </>
            }
          />
        )}
      </Fitting>
      {inheritedCount > 0 && (
        <p className={lineClasses.inherited}>
          {dashboard.inherited(inheritedCount)}
          <span>{inherited.map(({ stream, count }) => `${stream.name} ${count}`).join(' · ')}</span>
        </p>
      )}
      {atRisk.length > 0 && (
        <div className={lineClasses.foot}>
          <h3 className={cardClasses.subtitle}>{dashboard.atRisk}</h3>
          <Fitting items={atRisk} most={4} wallRow={47}>
            {(at) => (
              <TaskLine
                key={plan.tasks[at]?.id}
                at={at}
                detail={[float(at), ownersOf(plan, at)].filter(Boolean).join(' · ')}
              />
            )}
          </Fitting>
        </div>
      )}
    </Card>
  )
}
