import { useId } from 'react'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import { RagPill } from '../signs/pills.tsx'
import classes from './dialogs.module.css'

const rags = ['green', 'amber', 'red', 'off'] as const

/** Red, amber, green or none, each with its sign and its word. */
export function RagChoice({ value, onChange }: { value: Rag; onChange: (status: Rag) => void }) {
  const { app, run } = useWords()
  const name = useId()
  return (
    <fieldset className={classes.section}>
      <legend className={classes.label}>{run.streamDialog.status}</legend>
      <div className={classes.segments}>
        {rags.map((status) => (
          <label key={status} className={`${classes.segment} ${classes.ragSegment}`}>
            <input
              type="radio"
              name={name}
              value={status}
              checked={value === status}
              onChange={() => onChange(status)}
            />
            {status === 'off' ? (
              <span className={classes.small}>{app.rag.off}</span>
            ) : (
              <RagPill status={status} />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
