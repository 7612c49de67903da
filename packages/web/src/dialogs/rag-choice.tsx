import { useId } from 'react'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import { RagPill } from '../signs/pills.tsx'
import choiceClasses from './choice.module.css'
import classes from './dialogs.module.css'

const rags = ['green', 'amber', 'red', 'off'] as const

/** Red, amber, green or none, each with its sign and its word. */
export function RagChoice({ value, onChange }: { value: Rag; onChange: (status: Rag) => void }) {
  const { dialogs, app } = useWords()
  const name = useId()
  return (
    <fieldset className={classes.section}>
      <legend className={classes.label}>{dialogs.stream.status}</legend>
      <div className={choiceClasses.segments}>
        {rags.map((status) => (
          <label key={status} className={`${choiceClasses.segment} ${choiceClasses.ragSegment}`}>
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
