import { theWords } from '../language/language.ts'
import { deltaMinutes, type TaskLook } from '../room/look.ts'
import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { clockTime, lengthPassed } from '../time/format.ts'

/** What a task's row says to those who do not see its bar: times planned and expected, lateness, what holds it. */
export function spokenRow(plan: Plan, schedule: Schedule, at: number, of: TaskLook): string {
  const { task: words, timeline } = theWords()
  const task = plan.tasks[at]
  if (!task) return ''
  const zone = plan.runbook.timezone
  const clock = (instant: number | undefined) =>
    instant === undefined || Number.isNaN(instant) ? '–' : clockTime(instant, zone)
  const { times, plannedStart, plannedEnd } = schedule
  const [start, end] = [clock(times.start[at]), clock(times.end[at])]
  const open = task.predecessors.filter((id) => {
    const before = plan.tasks[plan.positions.get(id) ?? -1]
    return before !== undefined && before.stage !== 'complete'
  })
  const delta = deltaMinutes(schedule, at)
  const parts = [`#${task.id} ${task.name}`]
  if (plan.run) {
    parts.push(stageName(of))
    if (of.look === 'waiting' && open.length > 0)
      parts.push(
        timeline.spoken.waitsFor(
          open
            .slice(0, 3)
            .map((id) => `#${id}`)
            .join(', '),
        ),
      )
    parts.push(timeline.spoken.planned(clock(plannedStart[at]), clock(plannedEnd[at])))
    if (task.end_actual !== null) parts.push(timeline.spoken.actual(start, end))
    else if (task.start_actual !== null) parts.push(timeline.spoken.running(start, end))
    else parts.push(timeline.spoken.forecast(start, end))
    parts.push(delta > 0 ? words.lateBy(delta) : delta < 0 ? words.earlyBy(-delta) : words.onTime)
  } else parts.push(timeline.spoken.planned(start, end))
  if (of.isCritical) parts.push(words.critical)
  else if ((times.totalFloat[at] ?? 0) > 0 && task.end_actual === null)
    parts.push(timeline.spoken.float(lengthPassed(times.totalFloat[at] ?? 0)))
  if (task.start_fixed !== null) parts.push(words.fixedStart(clock(task.start_fixed)))
  return parts.join(', ')
}

function stageName({ look, over }: TaskLook): string {
  const { stages, runningOver } = theWords().task
  switch (look) {
    case 'waiting':
      return stages.not_startable
    case 'progress':
      return over >= 60 ? runningOver(lengthPassed(over)) : stages.in_progress
    default:
      return stages[look]
  }
}
