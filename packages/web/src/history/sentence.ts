import type { Words } from '../language/en/index.ts'
import type { Plan } from '../room/plan.ts'
import { type Entry, taskIdOf, taskNameOf } from './entries.ts'

/** What happened, in the language that is spoken; `it` is the part of the text that names the task or thing. */
export interface Sentence {
  /** Who did it; undefined where it happened by itself. */
  readonly actor: string | undefined
  readonly text: string
  readonly it: string
}

/** Events that nobody does: they follow from others, or from the clock. */
export const byThemselves: ReadonlySet<string> = new Set(['run.finished', 'task.startable'])

/** @param isShort names a task by its number alone */
export function sentenceOf(
  entry: Entry,
  plan: Plan,
  { history }: Pick<Words, 'history'>,
  isShort = false,
): Sentence {
  const it = subjectOf(entry, plan, isShort)
  const says = history.events as Readonly<
    Record<string, ((told: { it: string; count: number }) => string) | undefined>
  >
  const text = says[entry.name]?.({ it, count: entry.tasksCount }) ?? history.other(entry.name)
  return { actor: byThemselves.has(entry.name) ? undefined : actorOf(entry, plan, history), text, it }
}

/** A sentence as one piece, for a screen reader. */
export function spoken({ actor, text }: Sentence): string {
  return actor === undefined ? text : `${actor} ${text}`
}

function actorOf({ actor, actorId }: Entry, { people }: Plan, history: Words['history']): string {
  return people.get(actorId)?.name ?? actor ?? history.somebody
}

function subjectOf(entry: Entry, plan: Plan, isShort: boolean): string {
  const id = taskIdOf(entry)
  if (id !== undefined) {
    const name = taskNameOf(entry, plan)
    return isShort || name === '' ? `#${id}` : `#${id} ${name}`
  }
  // A comment carries the name of the runbook where it is about no task.
  return entry.resource.type === 'comment' ? '' : (entry.resource.name ?? '')
}
