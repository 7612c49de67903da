import type { RunbookStage, RunType } from '@runsheet/contract'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import { Shape, type ShapeName } from './shape.tsx'
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

const stageShapes: Readonly<Record<string, ShapeName>> = {
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
export function RagMark({ status, size = 8 }: { status: Rag; size?: number | string }) {
  if (status === 'off') return null
  return (
    <span className={classes[status]}>
      <Shape of={ragShapes[status]} size={size} />
    </span>
  )
}
