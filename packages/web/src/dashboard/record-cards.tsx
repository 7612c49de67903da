import { VisuallyHidden } from '@mantine/core'
import { useMemo } from 'react'
import { Loud } from '../clock-band/loud.tsx'
import { pausedSeconds } from '../clock-band/stopwatch.tsx'
import { delaySentence } from '../clock-band/why-words.ts'
import { taskIdOf } from '../history/entries.ts'
import { useHistory } from '../history/use-history.ts'
import { useWords } from '../language/language.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { type Delay, ownDelay } from '../room/cause.ts'
import { pauseTimes } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { Delta } from '../signs/time-pair.tsx'
import { clockTime, lengthOf, shownMinute, timeWithDay } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import type { Figures } from './figures.ts'
import { Fitting } from './fitting.tsx'
import classes from './plan.module.css'
import { TaskLine } from './task-line.tsx'

const SHOWN = 12

/** Planned against actual, for the run as a whole. */
export function RecordCard({ figures }: { readonly figures: Figures }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const { run, runbook } = plan
  if (!run) return null
  const zone = runbook.timezone
  const end = run.end_actual ?? schedule.asOf
  const length = (from: number, until: number) => lengthOf((shownMinute(until) - shownMinute(from)) * 60)
  const paused = pausedSeconds(run, end)
  const time = (instant: number) => timeWithDay(instant, zone, run.start_actual)
  // A run that was cut short is not early.
  const isCut = runbook.stage === 'canceled'
  const off = (planned: number, actual: number) => shownMinute(actual) - shownMinute(planned)
  const rows = [
    {
      label: dashboard.recordStart,
      planned: time(schedule.start),
      actual: time(run.start_actual),
      off: off(schedule.start, run.start_actual),
    },
    {
      label: dashboard.recordEnd,
      planned: time(schedule.end),
      actual: time(end),
      off: off(schedule.end, end),
    },
    {
      label: dashboard.recordLength,
      planned: length(schedule.start, schedule.end),
      actual: length(run.start_actual, end),
      off: off(schedule.end, end) - off(schedule.start, run.start_actual),
    },
  ]
  const counts = [
    [dashboard.recordDone, figures.done - figures.skipped.length - figures.abandoned],
    [dashboard.recordSkipped, figures.skipped.length],
    [dashboard.recordAbandoned, figures.abandoned],
    [dashboard.recordOpen, figures.total - figures.done],
  ] as const
  return (
    <Card name="record" title={dashboard.record}>
      <table className={classes.record}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{dashboard.record}</VisuallyHidden>
            </th>
            <th scope="col">{dashboard.recordPlanned}</th>
            <th scope="col">{dashboard.recordActual}</th>
            <th scope="col">
              <VisuallyHidden>{dashboard.recordOff}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, planned, actual, off: minutes }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={classes.plannedCell}>{planned}</td>
              <td>{actual}</td>
              <td className={classes.recordOff}>{!isCut && <Delta minutes={minutes} />}</td>
            </tr>
          ))}
          {paused > 0 && (
            <tr>
              <th scope="row">{dashboard.recordPaused}</th>
              <td className={classes.plannedCell}>–</td>
              <td colSpan={2}>{lengthOf(paused)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <dl className={classes.counts}>
        {counts
          .filter(([, count], at) => at === 0 || count > 0)
          .map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}

/** Tasks that took longer than planned, or waited for somebody, the worst first. */
export function LongerCard() {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const delays = useMemo(() => {
    const pauses = pauseTimes(plan.run)
    return plan.tasks
      .flatMap((task, at): Delay[] => {
        const delay =
          task.stage === 'complete' && task.completion_type !== 'complete_skipped'
            ? ownDelay(plan, schedule, at, pauses)
            : undefined
        return delay && delay.seconds >= 60 ? [delay] : []
      })
      .sort((one, other) => other.seconds - one.seconds || one.at - other.at)
  }, [plan, schedule])
  return (
    <Card name="longer" title={dashboard.lateTasks}>
      {delays.length === 0 && <Nothing>{dashboard.nothingLonger}</Nothing>}
      <Fitting items={delays} most={SHOWN} wallRow={47}>
        {(delay) => (
          <TaskLine
            key={plan.tasks[delay.at]?.id}
            at={delay.at}
            detail={<Loud {...delaySentence(delay)} className={cardClasses.late} />}
          />
        )}
      </Fitting>
    </Card>
  )
}

/** What was skipped, by whom and with which words. */
export function SkippedCard({ figures }: { readonly figures: Figures }) {
  const { dashboard, history } = useWords()
  const { plan } = useRoomState()
  const { entries } = useHistory({ kind: 'progress' })
  const reasons = useMemo(() => {
    const found = new Map<number, string>()
    for (const entry of entries) {
      const id = taskIdOf(entry)
      if (entry.name === 'task.skipped' && id !== undefined && !found.has(id))
        found.set(id, entry.message ?? '')
    }
    return found
  }, [entries])
  return (
    <Card name="skipped" title={dashboard.skipped}>
      {figures.skipped.length === 0 && <Nothing>{dashboard.nothingSkipped}</Nothing>}
      <Fitting items={figures.skipped} most={SHOWN} wallRow={47}>
        {(at) => {
          const task = plan.tasks[at]
          const reason = reasons.get(task?.id ?? 0)
          const by = plan.people.get(task?.completed_by ?? -1)?.name
          return (
            <TaskLine
              key={task?.id}
              at={at}
              detail={[
                reason ? history.said(plainText(reason)) : dashboard.noReason,
                by === undefined ? '' : dashboard.skippedBy(by),
              ]
                .filter(Boolean)
                .join(' · ')}
              figure={
                task?.end_actual == null ? undefined : clockTime(task.end_actual, plan.runbook.timezone)
              }
            />
          )
        }}
      </Fitting>
    </Card>
  )
}
