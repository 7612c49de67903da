import type { KeyboardEvent } from 'react'

/** How a field was left with its value: a list goes down after Enter, and aside after Tab. */
export type CommitBy = 'enter' | 'shift-enter' | 'tab' | 'shift-tab' | 'blur'

/** What all fields of a task have in common. */
export interface FieldProps<V> {
  readonly value: V
  /** Called with what was understood, changed or not; never with something that was not understood. */
  readonly onCommit: (value: V, by: CommitBy) => void
  /** Escape, or left without having been touched. */
  readonly onCancel?: (by: 'escape' | 'blur') => void
  /** Each time that it is typed in: what is understood so far, undefined when nothing is. */
  readonly onDraft?: (value: V | undefined, text: string) => void
  /** The name of the field for a screen reader. */
  readonly label: string
  readonly autoFocus?: boolean
  /** Tab does not move the focus by itself: whoever listens to `onCommit` does. */
  readonly holdsTab?: boolean
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly className?: string
}

/** By which of its keys a field is being left; undefined for all others. */
export function commitKey(event: KeyboardEvent): CommitBy | undefined {
  if (event.nativeEvent.isComposing) return undefined
  if (event.key === 'Enter') return event.shiftKey ? 'shift-enter' : 'enter'
  if (event.key === 'Tab') return event.shiftKey ? 'shift-tab' : 'tab'
  return undefined
}
