import { useId, useRef, useState } from 'react'
import { useWords } from '../language/language.ts'
import { type CommitBy, commitKey, type FieldProps } from './field.ts'
import classes from './fields.module.css'
import { SuggestionList } from './suggestion-list.tsx'

/** Characters of a line of text, as the server takes them. */
const LONGEST = 255

/** A line of text, such as a title; one that is too long is told, an empty one is not taken unless `mayBeEmpty`. */
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
  const { list } = useWords()
  const noteId = useId()
  const [draft, setDraft] = useState<string | null>(null)
  // The field is taken away while it has the focus: what it then says on leaving is old.
  const isLeft = useRef(false)
  const text = draft ?? value
  const length = text.trim().length
  const commit = (by: CommitBy): boolean => {
    const line = text.trim()
    if (length > LONGEST || (line === '' && !mayBeEmpty)) return false
    isLeft.current = true
    setDraft(null)
    onCommit(line, by)
    return true
  }
  return (
    <SuggestionList
      id={`${noteId}-list`}
      label={label}
      suggestions={[]}
      active={-1}
      onTake={() => undefined}
      note={
        length > LONGEST && (
          <span id={noteId} className={classes.problem} role="alert">
            {list.fields.tooLong(length, LONGEST)}
          </span>
        )
      }
    >
      <input
        className={`${classes.input} ${className ?? ''}`}
        value={text}
        aria-label={label}
        aria-invalid={length > LONGEST}
        aria-describedby={length > LONGEST ? noteId : undefined}
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
          if (draft !== null && length > LONGEST) return
          if (draft === null || !commit('blur')) {
            setDraft(null)
            onCancel?.('blur')
          }
        }}
      />
    </SuggestionList>
  )
}
