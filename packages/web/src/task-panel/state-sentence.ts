import type { Words } from '../language/en/index.ts'
import type { Instant, Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { partyName } from '../signs/owner-stack.tsx'
import { clockTime, countdown, lengthOf, lengthPassed, shownMinute, timeWithDay } from '../time/format.ts'
import { planClock } from './plan-clock.ts'
import { type TaskFacts, taskFacts } from './task-facts.ts'

/** A piece of the sentence; pieces stand side by side with a dot between them. */
export interface SentencePart {
  readonly text: string
  readonly tone?: 'late' | 'critical' | 'strong'
}

interface Told {
  /** People who pressed start, when more than one has to. */
  readonly startedBy?: number
  readonly startNeeds?: number
  /** People who pressed finish, when more than one has to. */
  readonly endedBy?: number
  readonly endNeeds?: number
  /** Why it was skipped, as plain text. */
  readonly skipReason?: string | undefined
}

/**
 * The state of a task in words: what it does, since when, how late, what hangs on it.
 *
 * @param now seconds since the epoch, by the server's clock
 * @param told what only the server's documents know
 */
export function stateSentence(
  plan: Plan,
  schedule: Schedule,
  id: number,
  now: Instant,
  words: Words,
  told: Told = {},
): readonly SentencePart[] {
  const facts = taskFacts(plan, schedule, id, now)
  if (!facts) return []
  const { look } = facts
  const parts =
    plan.run === null
      ? planning(plan, schedule, facts, words)
      : running(plan, schedule, facts, now, words, told)
  const hasEnded = look.look === 'complete' || look.look === 'skipped' || look.look === 'abandoned'
  return hasEnded || plan.run?.end_actual != null ? parts : [...parts, ...weight(facts, words)]
}

/** What hangs on it: critical, and how many tasks it holds. */
function weight({ look, holds, float }: TaskFacts, { task: { says } }: Words): SentencePart[] {
  if (look.isCritical) return [{ text: says.critical(holds), tone: 'critical' }]
  if (look.look === 'progress' || look.look === 'startable')
    return [
      ...(holds > 0 ? [{ text: says.holds(holds) }] : []),
      ...(float > 0 ? [{ text: says.float(lengthPassed(float)) }] : []),
    ]
  return float > 0 ? [{ text: says.float(lengthPassed(float)) }] : []
}

function planning(
  plan: Plan,
  schedule: Schedule,
  facts: TaskFacts,
  { task: { says } }: Words,
): SentencePart[] {
  const { timezone, start_scheduled } = plan.runbook
  const { plannedStart, before } = facts
  const clock =
    start_scheduled === null
      ? planClock(plan, schedule).time(plannedStart)
      : timeWithDay(plannedStart, timezone, start_scheduled)
  if (facts.task.start_fixed !== null)
    return [{ text: says.plannedFixed(clockTime(facts.task.start_fixed, timezone)) }]
  return [{ text: before.length === 0 ? says.plannedFirst(clock) : says.planned(clock) }]
}

function running(
  plan: Plan,
  schedule: Schedule,
  facts: TaskFacts,
  now: Instant,
  words: Words,
  told: Told,
): SentencePart[] {
  const { says } = words.task
  const { task, look } = facts
  const zone = plan.runbook.timezone
  const clock = (instant: Instant) => timeWithDay(instant, zone, now)
  const isOver = plan.run?.end_actual != null
  const paused: SentencePart[] =
    plan.runbook.stage === 'paused' ? [{ text: says.runPaused, tone: 'strong' }] : []
  switch (look.look) {
    case 'startable':
      if (isOver) return [{ text: says.neverStarted }]
      return [...paused, ...startable(facts, now, words, told, clock)]
    case 'progress': {
      if (isOver) return [{ text: says.neverFinished(clock(task.start_actual ?? now)) }]
      const left = facts.duration - look.elapsed
      return [
        ...paused,
        { text: says.runningSince(clock(task.start_actual ?? now)) },
        look.over > 0
          ? { text: says.over(countdown(look.over)), tone: 'late' }
          : { text: says.left(countdown(left)) },
        ...(told.endNeeds ? [{ text: says.endedByOf(told.endedBy ?? 0, told.endNeeds) }] : []),
      ]
    }
    case 'complete':
      return ended(plan, facts, words, clock)
    case 'skipped': {
      const by =
        task.completed_by === null ? undefined : partyName(plan, { type: 'user', id: task.completed_by })
      return [
        { text: says.skippedAt(clock(task.end_actual ?? now), by) },
        ...(told.skipReason ? [{ text: says.quoted(told.skipReason) }] : []),
      ]
    }
    case 'abandoned':
      return [{ text: says.abandonedAt(clock(task.end_actual ?? now)) }]
    default:
      return isOver
        ? [{ text: says.neverStarted }]
        : [...paused, ...waiting(plan, schedule, facts, now, words, clock)]
  }
}

function startable(
  facts: TaskFacts,
  now: Instant,
  words: Words,
  told: Told,
  clock: (instant: Instant) => string,
): SentencePart[] {
  const { says } = words.task
  const late = shownMinute(now) - shownMinute(facts.plannedStart)
  return [
    {
      text: facts.task.start_ready === null ? says.canStart : says.readySince(clock(facts.task.start_ready)),
    },
    ...(told.startNeeds ? [{ text: says.startedByOf(told.startedBy ?? 0, told.startNeeds) }] : []),
    ...(late > 0 ? [{ text: says.lateStart(lengthOf(late * 60)), tone: 'late' as const }] : []),
  ]
}

/** What a task waits for: its fixed start when nothing else holds it, else the tasks that are not done. */
function waiting(
  plan: Plan,
  schedule: Schedule,
  facts: TaskFacts,
  now: Instant,
  words: Words,
  clock: (instant: Instant) => string,
): SentencePart[] {
  const { says } = words.task
  const open = facts.before.filter((at) => plan.tasks[at]?.stage !== 'complete')
  const expected: SentencePart = { text: says.expectedAt(clock(schedule.times.start[facts.at] ?? now)) }
  if (open.length === 0)
    return facts.task.start_fixed === null
      ? [expected]
      : [{ text: says.heldByFixed(clock(facts.task.start_fixed)) }]
  const names = open.slice(0, 2).map((at) => `#${plan.tasks[at]?.id ?? ''}`)
  return [
    { text: open.length <= 2 ? says.waitsFor(names) : says.waitsForSome(open.length, facts.before.length) },
    expected,
  ]
}

function ended(
  plan: Plan,
  facts: TaskFacts,
  words: Words,
  clock: (instant: Instant) => string,
): SentencePart[] {
  const { says } = words.task
  const { task, end, plannedEnd } = facts
  const by = task.completed_by === null ? undefined : partyName(plan, { type: 'user', id: task.completed_by })
  const took =
    task.start_actual === null || task.end_actual === null ? 0 : task.end_actual - task.start_actual
  const minutes = shownMinute(end) - shownMinute(plannedEnd)
  const lateness = lengthOf(Math.abs(minutes) * 60)
  return [
    { text: says.endedAt(clock(end), by) },
    ...(took > 0 ? [{ text: says.took(lengthOf(took)) }] : []),
    {
      text:
        minutes === 0
          ? words.time.onTime
          : minutes > 0
            ? words.time.late(lateness)
            : words.time.early(lateness),
    },
  ]
}
