import { theWords } from '../../language/language.ts'
import type { LogLine } from './audit-queries.ts'

type Says = Readonly<Record<string, ((told: { it: string; count: number }) => string) | undefined>>

/** What happened, after the name of who did it; of events without words of ours, in those of the server. */
export function logSentence({ about }: Pick<LogLine, 'about'>): string {
  const { history, settings } = theWords()
  const says: Says = { ...history.events, ...settings.audit.events }
  const it = about.resource_name ?? ''
  return says[about.event]?.({ it, count: about.changed_tasks_count }) ?? about.description
}
