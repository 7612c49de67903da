import type { MouseEvent } from 'react'
import { Icon } from '../design/icons.tsx'
import classes from './list.module.css'

interface TickProps {
  readonly label: string
  readonly state: boolean | 'mixed'
  readonly onTick: (event: MouseEvent) => void
}

/** A small box to tick a row; light enough for every row of a long list. */
export function Tick({ label, state, onTick }: TickProps) {
  return (
    <button
      type="button"
      role="checkbox"
      tabIndex={-1}
      className={classes.tick}
      aria-label={label}
      aria-checked={state}
      onClick={(event) => {
        event.stopPropagation()
        onTick(event)
      }}
    >
      {state !== false && <Icon name={state === 'mixed' ? 'minus' : 'check'} size={11} stroke={2} />}
    </button>
  )
}
