import { type ReactNode, useEffect, useRef } from 'react'
import classes from './field-row.module.css'

interface EditGroupProps {
  readonly label: string
  /** Left by Enter, Tab or a click elsewhere. */
  readonly onLeave: () => void
  /** Escape. */
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** Several controls that are one field: it is left when the focus leaves all of them, lists that hang on them included. */
export function EditGroup({ label, onLeave, onCancel, children }: EditGroupProps) {
  const own = useRef<HTMLFieldSetElement>(null)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(onLeave)
  latest.current = onLeave
  useEffect(() => {
    own.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    return () => clearTimeout(leaving.current)
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears of the focus and the keys of the controls in it
    <fieldset
      ref={own}
      className={classes.group}
      aria-label={label}
      // React tells of focus in what is drawn elsewhere on the page but belongs here, such as a calendar.
      onFocus={() => clearTimeout(leaving.current)}
      onBlur={() => {
        leaving.current = setTimeout(() => latest.current(), 0)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onCancel()
        } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
          event.preventDefault()
          event.stopPropagation()
          onLeave()
        }
      }}
    >
      {children}
    </fieldset>
  )
}
