import { Popover } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './fields.module.css'

export interface Suggestion<V> {
  readonly key: string
  readonly value: V
  readonly node: ReactNode
}

interface SuggestionListProps<V> {
  readonly id: string
  readonly label: string
  readonly suggestions: readonly Suggestion<V>[]
  /** Index of the one that Enter takes; −1 for none. */
  readonly active: number
  readonly onTake: (value: V) => void
  /** What the list hangs on. */
  readonly children: ReactNode
  /** Stands under the list, or in its place when there is none. */
  readonly note?: ReactNode
}

/** A list of what can be taken, under the field that it belongs to. The focus stays in the field. */
export function SuggestionList<V>({
  id,
  label,
  suggestions,
  active,
  onTake,
  children,
  note,
}: SuggestionListProps<V>) {
  return (
    <Popover
      opened={suggestions.length > 0 || (note !== undefined && note !== null && note !== false)}
      position="bottom-start"
      offset={4}
      trapFocus={false}
      returnFocus={false}
      withinPortal
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown
        className={classes.drop}
        role="presentation"
        onMouseDown={(event) => event.preventDefault()}
      >
        {suggestions.length > 0 && (
          <div id={id} role="listbox" aria-label={label} className={classes.options}>
            {suggestions.map(({ key, value, node }, at) => (
              <Option key={key} id={`${id}-${at}`} isActive={at === active} onTake={() => onTake(value)}>
                {node}
              </Option>
            ))}
          </div>
        )}
        {note && <div className={classes.note}>{note}</div>}
      </Popover.Dropdown>
    </Popover>
  )
}

function Option({
  id,
  isActive,
  onTake,
  children,
}: {
  id: string
  isActive: boolean
  onTake: () => void
  children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The field has the focus and tells by aria-activedescendant which option its keys act on.
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.option}
      onClick={onTake}
      onKeyDown={(event) => event.key === 'Enter' && onTake()}
    >
      {children}
    </div>
  )
}
