import type { EventPayload } from '../events/event.ts'
import { wireTime } from '../json-api/wire.ts'
import type { ExpectedEnd } from './clock-drift.ts'

/** More changed things than this are not sent one by one: the watcher reads the documents again. */
export const THINGS_AT_MOST = 200

export interface LoggedEvent {
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly actor_id: number
  readonly request_id: string
  readonly name: string
  /** The payload as it stands in the log. */
  readonly payload: string
}

/** A payload of fewer characters cannot hold more things: each takes some 45. */
const LARGE = THINGS_AT_MOST * 45

/**
 * An event as a watcher gets it (server-sent events, WHATWG HTML 9.2): made from the log alone, so that every process
 * sends the same bytes.
 */
export function liveMessage(event: LoggedEvent): string {
  const { seq, at, actor_id, request_id, name, payload } = event
  const isLarge =
    payload.length > LARGE && (JSON.parse(payload) as EventPayload).things.length > THINGS_AT_MOST
  if (isLarge) return resetMessage(seq)
  const head = JSON.stringify({ seq, at: wireTime(at), actor: String(actor_id), request_id, name })
  return `id: ${seq}\nevent: ${name}\ndata: ${head.slice(0, -1)},${payload.slice(1)}\n\n`
}

/** Tells a watcher to read the documents again; what follows is after `seq`. */
export function resetMessage(seq: number): string {
  return `id: ${seq}\nevent: reset\ndata: {"seq":${seq}}\n\n`
}

/** The first message of a stream without `Last-Event-ID`: from where on it tells. */
export function readyMessage(seq: number): string {
  return `id: ${seq}\nevent: ready\ndata: {"seq":${seq}}\n\n`
}

/** Tells that the clock has moved the expected end of a run. */
export function driftMessage({ as_of, end_display }: ExpectedEnd): string {
  return `event: forecast\ndata: ${JSON.stringify({ as_of, end_display })}\n\n`
}

/** Keeps the line open; has no meaning. */
export const HEARTBEAT = ': heartbeat\n\n'
