import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { lengthOf } from '../time/format.ts'
import entry from './entry.module.css'
import type { Pending } from './entry-queue.ts'

interface PendingRowProps {
  readonly pending: Pending
  readonly index: number
  readonly height: number
  readonly onCorrect: (pending: Pending) => void
  readonly onLeaveOut: (key: number) => void
}

/** A typed task that the server has not got, or has refused. */
export function PendingRow({ pending, index, height, onCorrect, onLeaveOut }: PendingRowProps) {
  const words = useWords().list.entry
  const { draft, refusal, key } = pending
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={refusal === undefined ? entry.pending : `${entry.pending} ${entry.refused}`}
      style={{ height }}
    >
      <span className={entry.indent} />
      <span role="gridcell" className={entry.name}>
        {draft.name}
      </span>
      {refusal === undefined ? (
        <span className={entry.sending}>{words.sending}</span>
      ) : (
        <>
          <span className={entry.problem} role="alert">
            {words.refused} <RefusalWords error={refusal} />
          </span>
          <span className={entry.grow} />
          <button type="button" className={entry.button} onClick={() => onCorrect(pending)}>
            {words.correct}
          </button>
          <button type="button" className={entry.button} onClick={() => onLeaveOut(key)}>
            {words.leaveOut}
          </button>
        </>
      )}
      {refusal === undefined && (
        <>
          <span className={entry.grow} />
          <span className={entry.sending}>{lengthOf(draft.duration)}</span>
        </>
      )}
    </div>
  )
}
