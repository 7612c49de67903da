import type { RunbookStage, RunType } from '@runsheet/contract'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import classes from './signs.module.css'

const tones: Readonly<Record<string, string | undefined>> = {
  active: classes.pillLive,
  rehearsal: classes.pillRehearsal,
  paused: classes.pillPaused,
}

interface StagePillProps {
  readonly stage: RunbookStage
  readonly runType: RunType | null
  readonly isTemplate?: boolean
}

/** The stage of a runbook in a word; a live run has a dot. */
export function StagePill({ stage, runType, isTemplate = false }: StagePillProps) {
  const { stages } = useWords().app
  const isRehearsing = stage === 'active' && runType === 'rehearsal'
  const key = isTemplate ? 'template' : isRehearsing ? 'rehearsal' : stage
  return (
    <span className={`${classes.pill} ${tones[key] ?? ''}`}>
      {stageShapes[key] && <Shape of={stageShapes[key]} />}
      {stages[key]}
    </span>
  )
}

const stageShapes: Readonly<Record<string, keyof typeof shapes>> = {
  active: 'disc',
  paused: 'pause',
  complete: 'tick',
  canceled: 'slash',
}

const ragShapes = { red: 'square', amber: 'diamond', green: 'disc' } as const

/** Somebody's judgement: red is a square, amber a diamond, green a disc, with the word. Nothing when it is off. */
export function RagPill({ status, message }: { status: Rag; message?: string | null }) {
  const { rag } = useWords().app
  if (status === 'off') return null
  return (
    <span className={classes.pill} {...(message ? { title: message } : {})}>
      <RagMark status={status} />
      {rag[status]}
    </span>
  )
}

/** The sign of a RAG status alone, where words beside it say the same. */
export function RagMark({ status, size = 8 }: { status: Rag; size?: number }) {
  if (status === 'off') return null
  return (
    <span className={classes[status]}>
      <Shape of={ragShapes[status]} size={size} />
    </span>
  )
}

/** Small shapes on a field of 8 × 8, drawn so that no font has to have them. */
const shapes = {
  disc: <circle cx="4" cy="4" r="3.5" fill="currentColor" />,
  square: <rect x="0.7" y="0.7" width="6.6" height="6.6" fill="currentColor" />,
  diamond: <path d="M4 0 8 4 4 8 0 4z" fill="currentColor" />,
  pause: <path d="M2.4 1v6M5.6 1v6" stroke="currentColor" strokeWidth="1.6" />,
  tick: <path d="M1 4.4l2 2 4-4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  slash: (
    <path
      d="M4 .7a3.3 3.3 0 1 0 0 6.6A3.3 3.3 0 0 0 4 .7M1.7 6.3l4.6-4.6"
      fill="none"
      stroke="currentColor"
    />
  ),
} as const

function Shape({ of, size = 8 }: { of: keyof typeof shapes; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 8 8" aria-hidden="true">
      {shapes[of]}
    </svg>
  )
}
