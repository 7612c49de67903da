import { theWords } from '../language/language.ts'
import type { Delay } from '../room/cause.ts'
import type { Plan } from '../room/plan.ts'
import { partyName } from '../signs/owner-stack.tsx'
import { lengthPassed } from '../time/format.ts'

/** A sentence, and the part of it that is loud. */
export interface LoudSentence {
  readonly text: string
  readonly loud: string
}

/** A delay as people say it: whole minutes, never less than one. */
export const amountOf = (seconds: number): string => lengthPassed(Math.max(60, seconds))

/** What a task does that delays the run: “running 4 min over”. */
export function delaySentence({ kind, seconds }: Delay): LoudSentence {
  const { clock } = theWords()
  const amount = amountOf(seconds)
  const say = {
    over: clock.running,
    started_late: clock.startedLate,
    not_started: clock.notStarted,
    held: clock.heldLater,
    longer: clock.longer,
    took_longer: clock.tookLonger,
  }[kind]
  return { text: say(amount), loud: kind === 'over' ? clock.running(amount).replace(/^\S+\s/, '') : amount }
}

/** Names of those whom a task is given to, at most two. */
export function ownersOf(plan: Plan, at: number): string {
  const assignees = plan.tasks[at]?.assignees ?? []
  const names = assignees.slice(0, 2).map((party) => partyName(plan, party))
  return assignees.length > 2 ? `${names.join(', ')} +${assignees.length - 2}` : names.join(', ')
}
