import { memo } from 'react'
import { useWords } from '../language/language.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import glyphClasses from './glyph-button.module.css'
import classes from './list.module.css'
import type { LiveFacts } from './live-facts.ts'
import { useRunning } from './use-running.ts'

interface GlyphButtonProps {
  readonly taskId: number
  readonly of: Pick<LiveFacts, 'look' | 'isMilestone' | 'isHeldByFixed'>
  readonly isWaiting: boolean
  /** What pressing does now; undefined when nothing can be done. */
  readonly verb: string | undefined
  /** Why it cannot be done now. */
  readonly reason: string | undefined
  readonly isInTabOrder: boolean
  readonly onAct: (taskId: number) => void
}

/** The stage of a task, and the button that moves it on. */
export const GlyphButton = memo(function GlyphButton({
  taskId,
  of,
  isWaiting,
  verb,
  reason,
  isInTabOrder,
  onAct,
}: GlyphButtonProps) {
  const { task, list } = useWords()
  const running = useRunning(taskId)
  const glyph = (
    <StageGlyph
      of={{ ...of, progress: running?.progress ?? 0, over: running?.isOver ? 1 : 0 }}
      isWaiting={isWaiting}
    />
  )
  const stage = stageName(task.stages, of.look)
  const name = isWaiting ? `${stage}, ${task.sending}` : stage
  if (verb === undefined)
    return (
      <span role="img" aria-label={name} className={glyphClasses.glyph}>
        {glyph}
      </span>
    )
  return (
    <button
      type="button"
      className={glyphClasses.glyphButton}
      tabIndex={isInTabOrder ? 0 : -1}
      aria-label={`${name}. ${of.look === 'startable' ? task.pressToStart : task.pressToFinish}`}
      aria-disabled={reason !== undefined}
      data-verb={reason ?? list.verbOf(verb, taskId)}
      onClick={(event) => {
        event.stopPropagation()
        onAct(taskId)
      }}
    >
      {glyph}
      {isWaiting && <span className={glyphClasses.sweep} aria-hidden="true" />}
    </button>
  )
})

function stageName(
  stages: Readonly<
    Record<'not_startable' | 'startable' | 'in_progress' | 'complete' | 'skipped' | 'abandoned', string>
  >,
  look: LiveFacts['look'],
): string {
  switch (look) {
    case 'waiting':
      return stages.not_startable
    case 'progress':
      return stages.in_progress
    default:
      return stages[look]
  }
}

/** `15 of 11` of a running task; late ink when it is over. */
export function RunningTakes({ taskId, duration }: { readonly taskId: number; readonly duration: number }) {
  const { list } = useWords()
  const running = useRunning(taskId)
  if (!running) return null
  const planned = String(Math.max(duration === 0 ? 0 : 1, Math.round(duration / 60)))
  return (
    <span className={classes.running}>
      <span className={running.isOver ? classes.over : undefined}>{running.minutes}</span>{' '}
      <span className={classes.dim}>{list.ofPlanned(planned)}</span>
    </span>
  )
}
