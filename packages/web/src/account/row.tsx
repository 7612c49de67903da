import type { ReactNode } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './account-page.module.css'

interface GroupProps {
  readonly title: string
  readonly why?: string
  readonly children: ReactNode
}

/** A group of settings: its name at the left, what can be set at the right; one under the other on a phone. */
export function Group({ title, why, children }: GroupProps) {
  return (
    <section className={classes.group}>
      <div className={classes.groupHead}>
        <h2>{title}</h2>
        {why && <p>{why}</p>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}

interface NoteProps {
  readonly isSaved: boolean
  readonly refusal: string | undefined
}

/** What became of the last change of a control: saved, or refused in the server's words. */
export function SaveNote({ isSaved, refusal }: NoteProps) {
  const { app } = useWords()
  return (
    <div className={classes.note} aria-live="polite">
      {refusal !== undefined ? (
        <span className={classes.refusal}>
          <Icon name="warn" size={14} />
          {refusal}
        </span>
      ) : (
        isSaved && (
          <span className={classes.saved}>
            <Icon name="check" size={14} />
            {app.saved}
          </span>
        )
      )}
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly why?: string
  readonly children: ReactNode
  readonly saving: NoteProps
}

/** A control that has no label of its own, with its name above it. */
export function ChoiceField({ label, why, children, saving }: FieldProps) {
  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      {children}
      {why && <p className={classes.why}>{why}</p>}
      <SaveNote {...saving} />
    </fieldset>
  )
}

/** What the server has refused of a form, in its words. */
export function Refused({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p className={classes.refusal} role="alert">
      <Icon name="warn" size={14} />
      {text}
    </p>
  )
}
