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
  const signs: Readonly<Record<string, string>> = { active: '●', paused: '‖', complete: '✓', canceled: '⊘' }
  return (
    <span className={`${classes.pill} ${tones[key] ?? ''}`}>
      {signs[key] && <span aria-hidden="true">{signs[key]}</span>}
      {stages[key]}
    </span>
  )
}

const ragSigns = { red: '■', amber: '◆', green: '●', off: '' } as const

/** Somebody's judgement: red is a square, amber a diamond, green a disc, with the word. Nothing when it is off. */
export function RagPill({ status, message }: { status: Rag; message?: string | null }) {
  const { rag } = useWords().app
  if (status === 'off') return null
  return (
    <span className={classes.pill} {...(message ? { title: message } : {})}>
      <span className={classes[status]} aria-hidden="true">
        {ragSigns[status]}
      </span>
      {rag[status]}
    </span>
  )
}
