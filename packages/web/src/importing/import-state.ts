import type { ImportReview } from './review-import.ts'
import type { Rehearsal } from './use-rehearsal.ts'

/** What stands between a file and its tasks being in, or that nothing does. */
export type ImportStage =
  | 'looking'
  | 'no_titles'
  | 'nothing_left'
  | 'dates'
  | 'missing'
  | 'offline'
  | 'asking'
  | 'unanswered'
  | 'refused'
  | 'ready'

export interface ImportState {
  readonly stage: ImportStage
  /** Tasks whose rows are in order. */
  readonly ready: number
  /** Rows with something wrong. */
  readonly wrong: number
  /** How many tasks come when the wrong rows stay out, and how many stay out then. */
  readonly partial: { readonly ready: number; readonly out: number }
  readonly canBringAll: boolean
  readonly canBringPartial: boolean
}

interface ImportFacts {
  readonly review: ImportReview
  /** The review is of what the screen shows. */
  readonly isCurrent: boolean
  readonly rehearsal: Rehearsal
  /** The dates of the file can be read in two ways. */
  readonly hasOpenDates: boolean
  readonly isOnline: boolean
  /** Something else is missing, such as a name. */
  readonly isMissing: boolean
}

/** What can be done with a file now. Wrong rows do not stop the others, everything else stops all. */
export function importState(facts: ImportFacts): ImportState {
  const { review } = facts
  const wrong = review.wrongLines.length
  const out = review.leavingLines.length
  const isFileWrong = review.findings.some(({ line }) => line === null)
  const stage = stageOf(facts)
  const partial = { ready: review.taskCount - out, out }
  return {
    stage,
    ready: review.taskCount - wrong,
    wrong,
    partial,
    canBringAll: stage === 'ready' && wrong === 0 && !isFileWrong && review.taskCount > 0,
    canBringPartial: stage === 'ready' && wrong > 0 && !isFileWrong && partial.ready > 0,
  }
}

function stageOf(facts: ImportFacts): ImportStage {
  const { review, rehearsal } = facts
  if (!review.hasTitles) return 'no_titles'
  if (review.taskCount === 0) return 'nothing_left'
  if (facts.hasOpenDates) return 'dates'
  if (facts.isMissing) return 'missing'
  if (!facts.isOnline) return 'offline'
  if (!facts.isCurrent) return 'looking'
  // Where no row is in order there is nothing to ask the server about.
  if (review.csv === null || rehearsal.state === 'passed') return 'ready'
  return rehearsal.state
}
