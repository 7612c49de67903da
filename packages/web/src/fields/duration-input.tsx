import { formatDuration } from '@runsheet/domain'
import { useId, useRef, useState } from 'react'
import { useWords } from '../language/language.ts'
import { lengthOf } from '../time/format.ts'
import { type CommitBy, commitKey, type FieldProps } from './field.ts'
import classes from './fields.module.css'
import { readDuration } from './read-duration.ts'
import { SuggestionList } from './suggestion-list.tsx'

interface DurationInputProps extends FieldProps<number | null> {
  /** Says under the field what was understood; false where somebody else says it. */
  readonly withEcho?: boolean
  readonly align?: 'left' | 'right'
}

/** How long a task takes, in seconds: `1h30`, `90` (minutes), `1:30`, `2d`; empty for none. */
export function DurationInput({
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
  withEcho = true,
  align = 'left',
}: DurationInputProps) {
  const { list } = useWords()
  const noteId = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  // The field is taken away while it has the focus: what it then says on leaving is old.
  const isLeft = useRef(false)
  const text = draft ?? (value === null ? '' : formatDuration(value))
  const read = readDuration(text)
  const understood = read.kind === 'length' ? read.seconds : read.kind === 'none' ? null : undefined
  const change = (next: string) => {
    isLeft.current = false
    setDraft(next)
    setRefused(false)
    const now = readDuration(next)
    onDraft?.(now.kind === 'length' ? now.seconds : now.kind === 'none' ? null : undefined, next)
  }
  const commit = (by: CommitBy) => {
    if (understood === undefined) {
      setRefused(true)
      return false
    }
    isLeft.current = true
    setDraft(null)
    onCommit(understood, by)
    return true
  }
  const problem =
    read.kind === 'unclear' && (isRefused || read.meant !== undefined) ? (
      <span id={noteId} className={classes.problem} role={isRefused ? 'alert' : undefined}>
        {read.hasLetterO ? list.fields.letterO(text) : list.fields.unclearDuration(text)}
        {read.meant !== undefined && (
          <button
            type="button"
            className={classes.mend}
            onClick={() => change(formatDuration(read.meant ?? 0))}
          >
            {list.fields.take(lengthOf(read.meant))}
          </button>
        )}
      </span>
    ) : null
  const echo =
    withEcho && draft !== null && read.kind === 'length' ? (
      <span id={noteId}>{`${text.trim()} → ${lengthOf(read.seconds)}`}</span>
    ) : null
  return (
    <SuggestionList
      id={`${noteId}-list`}
      label={label}
      suggestions={[]}
      active={-1}
      onTake={() => undefined}
      note={problem ?? echo}
    >
      <input
        className={`${classes.input} ${className ?? ''}`}
        style={{ textAlign: align }}
        value={text}
        aria-label={label}
        aria-invalid={isRefused}
        aria-describedby={problem || echo ? noteId : undefined}
        placeholder={placeholder}
        disabled={isDisabled}
        // biome-ignore lint/a11y/noAutofocus: opened by the person who types into it
        autoFocus={autoFocus ?? false}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => {
          isLeft.current = false
          event.currentTarget.select()
        }}
        onChange={(event) => change(event.currentTarget.value)}
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
            setRefused(false)
            onCancel?.('escape')
          }
        }}
        onBlur={() => {
          if (isLeft.current) return
          if (draft === null) onCancel?.('blur')
          else commit('blur')
        }}
      />
    </SuggestionList>
  )
}
