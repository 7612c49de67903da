import { ApiError, type ErrorProblem, isCode } from '@runsheet/client'
import { useState } from 'react'
import { useWords } from '../../language/language.ts'

/** What became of a form that was sent. */
export interface Saving {
  /** Sends it; once somebody else changed the same, only with their state in hand. */
  readonly send: (ifMatch?: string) => void
  readonly isSending: boolean
  /** The sentence that refuses a member of the document, for its field. */
  readonly faultAt: (member: string) => string | undefined
  /** The sentences that belong to no field of the form. */
  readonly refusals: readonly string[]
  /** The refusal, for who could do it instead. */
  readonly error: ApiError | undefined
  /** Somebody changed the same meanwhile: the `ETag` of what it is now. */
  readonly newer: string | undefined
}

interface Outcome {
  readonly problems: readonly ErrorProblem[]
  readonly text?: string
  readonly newer?: string
  readonly error?: ApiError
}

const nothing: Outcome = { problems: [] }

/** The attribute or relationship at which a problem points. */
const memberOf = ({ source }: ErrorProblem): string | undefined =>
  source && 'pointer' in source
    ? /^\/data\/(?:attributes|relationships)\/([^/]+)/.exec(source.pointer)?.[1]
    : undefined

/**
 * Sends a form, and keeps what is refused for its field or for its end.
 * @param members attributes and relationships that have a field
 */
export function useSaving(
  perform: (ifMatch: string | undefined) => Promise<void>,
  members: readonly string[],
): Saving {
  const { app } = useWords()
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState(nothing)
  const act = async (ifMatch: string | undefined) => {
    if (isSending) return
    setSending(true)
    setOutcome(nothing)
    try {
      await perform(ifMatch)
    } catch (error) {
      setOutcome(outcomeOf(error, app.nothingChanged))
    }
    setSending(false)
  }
  const isShown = (problem: ErrorProblem) => members.includes(memberOf(problem) ?? '')
  return {
    send: (ifMatch) => void act(ifMatch),
    isSending,
    faultAt: (member) => outcome.problems.find((problem) => memberOf(problem) === member)?.detail,
    refusals: [
      ...new Set(outcome.problems.filter((problem) => !isShown(problem)).map(({ detail }) => detail)),
      ...(outcome.text === undefined ? [] : [outcome.text]),
    ],
    error: outcome.error,
    newer: outcome.newer,
  }
}

function outcomeOf(error: unknown, noAnswer: string): Outcome {
  if (isCode(error, 'stale_resource')) {
    const newer = error.problems[0]?.meta?.['etag']
    if (typeof newer === 'string') return { problems: [], newer }
  }
  return error instanceof ApiError && error.status < 500 && error.problems.length > 0
    ? { problems: error.problems, error }
    : { problems: [], text: noAnswer }
}
