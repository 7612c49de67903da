import { useRef } from 'react'
import classes from './rows.module.css'

/** Where the cursor goes after a cell was written. */
export type Onward = 'stay' | 'down' | 'next' | 'previous'

interface CellInputProps {
  readonly label: string
  readonly value: string
  readonly isRight?: boolean
  readonly onDone: (value: string, onward: Onward) => void
  readonly onCancel: () => void
}

/** A cell while it is written: Enter and Tab keep what was typed, Escape does not. */
export function CellInput({ label, value, isRight = false, onDone, onCancel }: CellInputProps) {
  const isEnded = useRef(false)
  const end = (then: () => void) => {
    if (isEnded.current) return
    isEnded.current = true
    then()
  }
  return (
    <input
      autoFocus
      aria-label={label}
      defaultValue={value}
      className={classes.input}
      data-right={isRight || undefined}
      spellCheck={false}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={({ currentTarget }) => end(() => onDone(currentTarget.value, 'stay'))}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        const written = event.currentTarget.value
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') end(onCancel)
        else if (event.key === 'Enter') end(() => onDone(written, 'down'))
        else if (event.key === 'Tab') end(() => onDone(written, event.shiftKey ? 'previous' : 'next'))
        else return
        event.preventDefault()
      }}
    />
  )
}
