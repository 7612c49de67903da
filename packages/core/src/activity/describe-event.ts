import { plainText } from '../comments/sanitise.ts'
import type { EventName, EventPayload } from '../events/event.ts'
import { shownEvents } from './event-names.ts'

const QUOTED_AT_MOST = 200

/** What a resource is called in a sentence, where that is not its type in plain words. */
const nouns: Readonly<Record<string, string>> = {
  runbook_user: 'person',
  user: 'person',
}

function nameOf({ type, id, name }: EventPayload['resource']): string {
  // A comment carries the name of what it is about.
  if (type === 'comment') return `"${name ?? ''}"`
  const noun = nouns[type] ?? type.replaceAll('_', ' ')
  if (type === 'task') return `${noun} "#${id}${name === null ? '' : ` ${name}`}"`
  return name === null ? `${noun} ${id}` : `${noun} "${name}"`
}

function shorten(text: string): string {
  const characters = Array.from(text)
  return characters.length <= QUOTED_AT_MOST ? text : `${characters.slice(0, QUOTED_AT_MOST).join('')}…`
}

/**
 * What happened, as an English sentence: `Ada Lovelace started task "#12 Stop the queue"`, with what was said with it.
 *
 * @param actor display name
 * @param runbook name of the runbook, where it happened in one that is still there
 */
export function describeEvent(
  name: EventName,
  { resource, message }: Pick<EventPayload, 'resource' | 'message'>,
  actor: string,
  runbook: string | null,
): string {
  const parts: Readonly<Record<string, string>> = {
    actor,
    it: nameOf(resource),
    runbook: runbook === null ? 'the runbook' : `runbook "${runbook}"`,
  }
  const sentence = shownEvents[name].sentence.replace(
    /\{(\w+)\}/g,
    (whole, part: string) => parts[part] ?? whole,
  )
  const said = message === undefined ? '' : shorten(plainText(message))
  const capitalised = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
  return said === '' ? capitalised : `${capitalised}: ${said}`
}
