import { useRef, useState } from 'react'
import { type CommitBy, commitKey, type FieldProps } from './field.ts'
import classes from './fields.module.css'

/** A line of text, such as a title; an empty one is not taken unless `mayBeEmpty`. */
export function LineInput({
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
  mayBeEmpty = false,
}: FieldProps<string> & { readonly mayBeEmpty?: boolean }) {
  const [draft, setDraft] = useState<string | null>(null)
  // The field is taken away while it has the focus: what it then says on leaving is old.
  const isLeft = useRef(false)
  const text = draft ?? value
  const commit = (by: CommitBy): boolean => {
    const line = text.trim()
    if (line === '' && !mayBeEmpty) return false
    isLeft.current = true
    setDraft(null)
    onCommit(line, by)
    return true
  }
  return (
    <input
      className={`${classes.input} ${className ?? ''}`}
      value={text}
      maxLength={255}
      aria-label={label}
      placeholder={placeholder}
      disabled={isDisabled}
      // biome-ignore lint/a11y/noAutofocus: opened by the person who types into it
      autoFocus={autoFocus ?? false}
      autoComplete="off"
      onFocus={(event) => {
        isLeft.current = false
        event.currentTarget.select()
      }}
      onChange={(event) => {
        isLeft.current = false
        setDraft(event.currentTarget.value)
        onDraft?.(event.currentTarget.value, event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        const by = commitKey(event)
        if (by) {
          const isDone = commit(by)
          if (!isDone || holdsTab || by.endsWith('enter')) event.preventDefault()
          event.stopPropagation()
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          isLeft.current = true
          setDraft(null)
          onCancel?.('escape')
        }
      }}
      onBlur={() => {
        if (isLeft.current) return
        if (draft === null || !commit('blur')) {
          setDraft(null)
          onCancel?.('blur')
        }
      }}
    />
  )
}
