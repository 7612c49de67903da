import { type ReactNode, useId, useRef, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { type CommitBy, commitKey, type FieldProps } from './field.ts'
import classes from './fields.module.css'
import { type Suggestion, SuggestionList } from './suggestion-list.tsx'

export interface Token {
  readonly key: string
  readonly name: string
  readonly node: ReactNode
}

/** What a text says without looking at suggestions. */
export type ReadTokens<V> =
  | { readonly kind: 'values'; readonly values: readonly V[] }
  | { readonly kind: 'problem'; readonly problem: string }
  /** It is to be looked for in the suggestions. */
  | { readonly kind: 'words' }

interface TokenInputProps<V> extends FieldProps<readonly V[]> {
  readonly tokenOf: (value: V) => Token
  readonly suggest: (text: string, chosen: readonly V[]) => readonly Suggestion<V>[]
  readonly read: (text: string) => ReadTokens<V>
  /** Why nothing is suggested for a text, where there is more to say than that nothing was found. */
  readonly whyNone?: (text: string) => string | undefined
  /** Suggests before anything is typed. */
  readonly opensEmpty?: boolean
}

interface Draft<V> {
  readonly values: readonly V[]
  readonly text: string
}

/** Several values in one field. Enter takes what is typed and leaves the field, a comma takes it and stays, Backspace takes the last one back. */
export function TokenInput<V>({
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
  tokenOf,
  suggest,
  read,
  whyNone,
  opensEmpty = false,
}: TokenInputProps<V>) {
  const { list } = useWords()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<Draft<V> | null>(null)
  // The field is taken away while it has the focus: what it then says on leaving is old.
  const isLeft = useRef(false)
  const [active, setActive] = useState(-1)
  const [isFocused, setFocused] = useState(autoFocus ?? false)
  const [isDown, setDown] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { values, text } = draft ?? { values: value, text: '' }
  const readNow = read(text)
  const isOpen = isFocused && (text.trim() !== '' || isDown || opensEmpty)
  const suggestions = isOpen ? suggest(text, values) : []
  const isWords = readNow.kind === 'words' && text.trim() !== ''
  const marked =
    active >= 0 ? Math.min(active, suggestions.length - 1) : isWords && suggestions.length > 0 ? 0 : -1

  const noneWords = whyNone?.(text) ?? list.fields.nothingFound(text.trim())

  const change = (next: Draft<V>) => {
    isLeft.current = false
    setDraft(next)
    setActive(-1)
    setProblem(null)
    onDraft?.(next.values, next.text)
  }
  const withAdded = (added: readonly V[]) => {
    const keys = new Set(values.map((one) => tokenOf(one).key))
    return [...values, ...added.filter((one) => !keys.has(tokenOf(one).key))]
  }
  /** The values with what is typed; a text that says nothing is told as a problem. */
  const taken = (): readonly V[] | undefined => {
    const chosen = suggestions[marked]
    if (chosen && (active >= 0 || isWords)) return withAdded([chosen.value])
    if (text.trim() === '') return values
    if (readNow.kind === 'values') return withAdded(readNow.values)
    setProblem(readNow.kind === 'problem' ? readNow.problem : noneWords)
    return undefined
  }
  const commit = (by: CommitBy): boolean => {
    const next = taken()
    if (!next) return false
    isLeft.current = true
    setDraft(null)
    setActive(-1)
    setDown(false)
    onCommit(next, by)
    return true
  }
  const isLost = isFocused && isWords && suggestions.length === 0
  const shownProblem =
    problem ??
    (readNow.kind === 'problem' && text.trim() !== '' ? readNow.problem : isLost ? noneWords : null)

  return (
    <SuggestionList
      id={listId}
      label={label}
      suggestions={suggestions}
      active={marked}
      onTake={(one) => {
        change({ values: withAdded([one]), text: '' })
        input.current?.focus()
      }}
      note={shownProblem && <span className={classes.problem}>{shownProblem}</span>}
    >
      <div
        role="presentation"
        className={`${classes.tokens} ${className ?? ''}`}
        onMouseDown={(event) => {
          if (event.target === event.currentTarget) {
            event.preventDefault()
            input.current?.focus()
          }
        }}
      >
        {values.map((one) => {
          const token = tokenOf(one)
          return (
            <span key={token.key} className={classes.token} title={token.name}>
              {token.node}
              <button
                type="button"
                tabIndex={-1}
                className={classes.drop1}
                aria-label={list.fields.remove(token.name)}
                disabled={isDisabled}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  const rest = values.filter((other) => tokenOf(other).key !== token.key)
                  if (isFocused) change({ values: rest, text })
                  else onCommit(rest, 'blur')
                }}
              >
                <Icon name="close" size={10} />
              </button>
            </span>
          )
        })}
        <input
          ref={input}
          className={classes.bare}
          value={text}
          role="combobox"
          aria-label={label}
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={marked >= 0 ? `${listId}-${marked}` : undefined}
          aria-invalid={shownProblem !== null}
          placeholder={values.length === 0 ? placeholder : undefined}
          disabled={isDisabled}
          // biome-ignore lint/a11y/noAutofocus: opened by the person who types into it
          autoFocus={autoFocus ?? false}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => {
            isLeft.current = false
            setFocused(true)
          }}
          onChange={(event) => {
            const next = event.currentTarget.value
            // A separator at the end takes what stands before it.
            if (
              /[,;]\s*$/.test(next) ||
              (/\s$/.test(next) && read(next).kind === 'values' && next.trim() !== '')
            ) {
              const added = taken()
              if (added) change({ values: added, text: '' })
              else setDraft({ values, text: next.replace(/[,;\s]+$/, '') })
            } else change({ values, text: next })
          }}
          onKeyDown={(event) => {
            const by = commitKey(event)
            if (by) {
              const isDone = commit(by)
              if (!isDone || holdsTab || by.endsWith('enter')) event.preventDefault()
              event.stopPropagation()
            } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              event.stopPropagation()
              setDown(true)
              const step = event.key === 'ArrowDown' ? 1 : -1
              setActive(Math.max(-1, Math.min(suggestions.length - 1, marked + step)))
            } else if (event.key === 'Backspace' && text === '' && values.length > 0)
              change({ values: values.slice(0, -1), text: '' })
            else if (event.key === 'Escape') {
              event.stopPropagation()
              if (text !== '') change({ values, text: '' })
              else {
                isLeft.current = true
                setDraft(null)
                onCancel?.('escape')
              }
            }
          }}
          onBlur={() => {
            setFocused(false)
            setDown(false)
            setActive(-1)
            if (isLeft.current) return
            if (draft === null) {
              onCancel?.('blur')
              return
            }
            // Words that were left behind say nothing yet: only what is clear is taken.
            const added = readNow.kind === 'values' ? withAdded(readNow.values) : values
            setDraft(null)
            setProblem(null)
            onCommit(added, 'blur')
          }}
        />
      </div>
    </SuggestionList>
  )
}
