import { useId } from 'react'
import choiceClasses from './choice.module.css'
import classes from './dialogs.module.css'

interface Option<V extends string> {
  readonly value: V
  readonly name: string
  readonly what?: string
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly options: readonly Option<V>[]
  readonly value: V | undefined
  readonly onChange: (value: V) => void
  /** As cards with a ring; otherwise as segments of one bar. */
  readonly isCards?: boolean
  /** It has the focus when its dialog opens. */
  readonly isFirst?: boolean
}

/** One of a few, each with a sentence that says what it means. */
export function Choice<V extends string>({
  label,
  options,
  value,
  onChange,
  isCards = false,
  isFirst = false,
}: ChoiceProps<V>) {
  const name = useId()
  return (
    <fieldset className={classes.section}>
      <legend className={classes.label}>{label}</legend>
      <div className={isCards ? choiceClasses.cards : choiceClasses.segments}>
        {options.map((option, at) => (
          <label key={option.value} className={isCards ? choiceClasses.card : choiceClasses.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              {...(isFirst && at === 0 ? { 'data-autofocus': true } : {})}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {isCards ? (
              <span className={choiceClasses.cardHead}>
                <span className={choiceClasses.radio} aria-hidden="true" />
                {option.name}
              </span>
            ) : (
              <div className={choiceClasses.segmentName}>{option.name}</div>
            )}
            {option.what && <span className={classes.small}>{option.what}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
