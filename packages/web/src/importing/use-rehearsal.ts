import { ApiError } from '@runsheet/client'
import { useEffect, useState } from 'react'
import type { Sending } from './bring-in.ts'

const PAUSE_MS = 400

export type Rehearsal =
  | { readonly state: 'asking' }
  | { readonly state: 'passed' }
  | { readonly state: 'refused'; readonly error: ApiError }
  /** No answer came: the line is broken. */
  | { readonly state: 'unanswered' }

interface Answer {
  readonly to: Sending | undefined
  readonly attempt: number
  readonly rehearsal: Rehearsal
}

export type Rehearse = (sending: Sending, signal: AbortSignal) => Promise<void>

/**
 * Asks the server about the rows as soon as they rest. Without a place to ask about there is nothing that the server
 * could say.
 *
 * @param attempt another number asks again
 */
export function useRehearsal(
  rehearse: Rehearse | undefined,
  sending: Sending | undefined,
  attempt: number,
): Rehearsal {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined)
  useEffect(() => {
    if (!rehearse || !sending) return
    const abort = new AbortController()
    const tell = (rehearsal: Rehearsal) => {
      if (!abort.signal.aborted) setAnswer({ to: sending, attempt, rehearsal })
    }
    const timer = setTimeout(() => {
      rehearse(sending, abort.signal).then(
        () => tell({ state: 'passed' }),
        (error: unknown) =>
          tell(error instanceof ApiError ? { state: 'refused', error } : { state: 'unanswered' }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [rehearse, sending, attempt])
  if (!rehearse) return { state: 'passed' }
  return answer?.to === sending && answer?.attempt === attempt ? answer.rehearsal : { state: 'asking' }
}
