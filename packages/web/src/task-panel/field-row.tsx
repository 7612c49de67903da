import { Tooltip } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../language/language.ts'
import { FieldNote, SavedMark } from './field-note.tsx'
import classes from './field-row.module.css'
import type { Field } from './use-field.ts'

interface FieldRowProps<V> {
  readonly label: string
  readonly field: Field<V>
  /** Why it cannot be changed now; undefined when it can. */
  readonly reason: string | undefined
  /** A value in words, for telling what somebody else set. */
  readonly say: (value: V) => string
  /** How the value is shown at rest. */
  readonly renderText: (value: V) => ReactNode
  /** The control, once the field is touched. */
  readonly renderControl: (value: V) => ReactNode
  /** Stands at the right end. */
  readonly side?: ReactNode
}

/** A field of a task: text until it is touched, then its control; what came of it stands beneath. */
export function FieldRow<V>({
  label,
  field,
  reason,
  say,
  renderText,
  renderControl,
  side,
}: FieldRowProps<V>) {
  const isOpen = isEditing(field)
  return (
    <div className={classes.row}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>
        <div className={classes.line}>
          <InPlace
            label={label}
            field={field}
            reason={reason}
            renderText={renderText}
            renderControl={renderControl}
            say={say}
          />
          {!isOpen && side && <span className={classes.side}>{side}</span>}
          <SavedMark field={field} />
        </div>
        <FieldNote field={field} say={say} />
      </div>
    </div>
  )
}

export const isEditing = <V,>({ state }: Field<V>): boolean =>
  state.kind === 'open' || state.kind === 'conflict' || state.kind === 'refused'

/** The text of a field that turns into its control when it is touched, and gives the focus back when it is left. */
export function InPlace<V>({
  label,
  field,
  reason,
  renderText,
  renderControl,
  say,
  className,
}: Omit<FieldRowProps<V>, 'side'> & { readonly className?: string | undefined }) {
  const { fields } = useWords().task
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const isOpen = isEditing(field)
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const { state } = field
  if (state.kind === 'open' || state.kind === 'conflict' || state.kind === 'refused')
    return <div className={classes.control}>{renderControl(state.draft)}</div>
  if (reason !== undefined)
    return (
      <Tooltip label={reason} multiline maw={320} openDelay={300}>
        <span className={`${classes.fixed} ${className ?? ''}`}>{renderText(field.shown)}</span>
      </Tooltip>
    )
  return (
    <button
      ref={button}
      type="button"
      className={`${classes.touch} ${className ?? ''}`}
      aria-label={`${fields.edit(label)}: ${say(field.shown)}`}
      onClick={field.open}
    >
      {renderText(field.shown)}
    </button>
  )
}
