import { byThemselves } from '../../history/sentence.ts'
import type { Words } from '../../language/en/index.ts'
import type { LogLine } from './audit-queries.ts'

/** What happened: who did it stands before the text, unless it happened by itself. */
export interface LogSentence {
  readonly author: string | undefined
  readonly text: string
}

type Says = Readonly<
  Record<string, ((told: { it: string; count: number; isOwn: boolean }) => string) | undefined>
>

/** Says what happened; of events without words of ours, the whole sentence of the server, which names who did it. */
export function logSentence(
  { about, author, isOwn }: Pick<LogLine, 'about' | 'author' | 'isOwn'>,
  { history, log }: Pick<Words, 'history' | 'log'>,
): LogSentence {
  const says: Says = { ...history.events, ...log.events }
  const it = about.resource_name ?? ''
  const text = says[about.event]?.({ it, count: about.changed_tasks_count, isOwn })
  if (text === undefined) return { author: undefined, text: about.description }
  return { author: byThemselves.has(about.event) ? undefined : (author ?? history.somebody), text }
}
