import { amountOf } from '../clock-band/why-words.ts'
import type { Words } from '../language/en/index.ts'
import type { Story } from '../room/cause.ts'
import type { Plan } from '../room/plan.ts'

interface CauseInWords {
  readonly text: string
  /** The task to look at; undefined where there is none. */
  readonly taskId: number | undefined
  /** How many other tasks add delay of their own. */
  readonly others: number
}

/** The cause of a delay as a line: the task, or what became of the run as a whole. */
export function causeOf(story: Story, plan: Plan, { clock }: Pick<Words, 'clock'>): CauseInWords {
  const about = (at: number | null | undefined, others = 0): CauseInWords | undefined => {
    const task = at === null || at === undefined ? undefined : plan.tasks[at]
    return task && { text: `#${task.id} ${task.name}`, taskId: task.id, others }
  }
  const plain = (text: string): CauseInWords => ({ text, taskId: undefined, others: 0 })
  switch (story.kind) {
    case 'late':
      return about(story.delays[0]?.at, story.delays.length - 1) ?? plain('')
    case 'lost': {
      const told = about(story.delay?.at)
      if (told) return told
      return plain(
        story.beganLate >= story.paused
          ? clock.beganLate(amountOf(story.beganLate))
          : clock.pausedInAll(amountOf(story.paused)),
      )
    }
    case 'ahead': {
      const since = story.since === null ? undefined : plan.tasks[story.since]
      return since ? { text: clock.aheadSince(since.id), taskId: since.id, others: 0 } : plain(clock.ahead)
    }
    case 'held': {
      const id = plan.tasks[story.at]?.id ?? 0
      return { text: clock.heldBy(id), taskId: id, others: 0 }
    }
    default:
      return about(story.next) ?? plain(plan.run?.end_actual == null ? clock.nothingOpen : '')
  }
}
