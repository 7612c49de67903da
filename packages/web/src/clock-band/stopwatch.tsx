import { useWords } from '../language/language.ts'
import type { Instant, Run } from '../room/plan.ts'
import { countdown, stopwatch } from '../time/format.ts'
import { useSecond } from '../time/use-clock.ts'

/** Seconds of a run that were spent in pauses. */
export function pausedSeconds(run: Pick<Run, 'pauses'>, now: Instant): number {
  return run.pauses.reduce((sum, [from, until]) => sum + Math.max(0, (until ?? now) - from), 0)
}

/** Time since an instant, by the server's clock. The only parts of the band that render each second are such as this. */
export function Stopwatch({ since, label }: { since: Instant; label: string }) {
  const now = useSecond()
  return (
    <span role="timer" aria-live="off" aria-label={label}>
      {stopwatch(now - since)}
    </span>
  )
}

/** `Paused for 2:10`. */
export function PausedFor({ since }: { since: Instant }) {
  const { clock } = useWords()
  const now = useSecond()
  return <>{clock.pausedFor(countdown(now - since))}</>
}
