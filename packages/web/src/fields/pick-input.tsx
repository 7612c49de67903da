import { type ReactNode, useId, useRef, useState } from 'react'
import { useWords } from '../language/language.ts'
import { type CommitBy, commitKey, type FieldProps } from './field.ts'
import classes from './fields.module.css'
import { findMatches } from './find-matches.ts'
import { SuggestionList } from './suggestion-list.tsx'

interface PickInputProps<V> extends FieldProps<V> {
  readonly options: readonly V[]
  readonly keyOf: (value: V) => string
  readonly nameOf: (value: V) => string
  readonly nodeOf: (value: V) => ReactNode
  /** What stands before the name of the present value. */
  readonly sign?: ReactNode
  /** Shows the sign alone until it is typed in. */
  readonly isSignOnly?: boolean
}

/** One of several, by the first letters of its name; the list opens with the focus. */
export function PickInput<V>({
  value,
  onCommit,
  onCancel,
  onDraft,
  label,
  autoFocus,
  holdsTab = false,
  placeholder,
  isDisabled = false,
  className,
  options,
  keyOf,
  nameOf,
  nodeOf,
  sign,
  isSignOnly = false,
}: PickInputProps<V>) {
  const { list } = useWords()
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  // The field is taken away while it has the focus: what it then says on leaving is old.
  const isLeaving = useRef(false)
  const found = text === null ? options : findMatches(options, text, nameOf, 100)
  const present = found.findIndex((option) => keyOf(option) === keyOf(value))
  const marked = active ?? (text === null || text === '' ? present : found.length > 0 ? 0 : -1)

  const commit = (chosen: V, by: CommitBy) => {
    isLeaving.current = true
    setText(null)
    setActive(null)
    setOpen(false)
    onCommit(chosen, by)
  }
  return (
    <SuggestionList
      id={listId}
      label={label}
      suggestions={
        isOpen ? found.map((option) => ({ key: keyOf(option), value: option, node: nodeOf(option) })) : []
      }
      active={marked}
      onTake={(chosen) => commit(chosen, 'blur')}
      note={isOpen && found.length === 0 ? list.fields.nothingFound(text ?? '') : null}
    >
      <div className={`${classes.tokens} ${isSignOnly ? classes.signOnly : ''} ${className ?? ''}`}>
        {text === null && sign}
        <input
          className={classes.bare}
          value={text ?? nameOf(value)}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && marked >= 0 ? `${listId}-${marked}` : undefined}
          placeholder={placeholder}
          disabled={isDisabled}
          // biome-ignore lint/a11y/noAutofocus: opened by the person who types into it
          autoFocus={autoFocus ?? false}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => {
            isLeaving.current = false
            event.currentTarget.select()
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            isLeaving.current = false
            setText(event.currentTarget.value)
            setActive(null)
            setOpen(true)
            const first = findMatches(options, event.currentTarget.value, nameOf, 1)[0]
            onDraft?.(first, event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            const by = commitKey(event)
            if (by) {
              const chosen = found[marked] ?? (text === null ? value : undefined)
              if (chosen !== undefined) commit(chosen, by)
              if (chosen === undefined || holdsTab || by.endsWith('enter')) event.preventDefault()
              event.stopPropagation()
            } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              event.stopPropagation()
              setOpen(true)
              const step = event.key === 'ArrowDown' ? 1 : -1
              setActive(Math.max(0, Math.min(found.length - 1, marked + step)))
            } else if (event.key === 'Escape') {
              event.stopPropagation()
              isLeaving.current = true
              setText(null)
              setActive(null)
              setOpen(false)
              onCancel?.('escape')
            }
          }}
          onBlur={() => {
            const chosen = active === null && text === null ? undefined : found[marked]
            setText(null)
            setActive(null)
            setOpen(false)
            if (isLeaving.current) return
            if (chosen === undefined) onCancel?.('blur')
            else onCommit(chosen, 'blur')
          }}
        />
      </div>
    </SuggestionList>
  )
}
