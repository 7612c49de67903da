import { type ReactNode, useId } from 'react'
import classes from './card.module.css'

interface CardProps {
  readonly title: ReactNode
  /** After the title, quieter. */
  readonly hint?: ReactNode
  /** At the right end of the title. */
  readonly aside?: ReactNode
  readonly name: string
  readonly children: ReactNode
}

/** A part of the dashboard under its title. */
export function Card({ title, hint, aside, name, children }: CardProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id} data-card={name}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {hint !== undefined && <span className={classes.hint}>{hint}</span>}
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      </header>
      {children}
    </section>
  )
}

/** The one sentence of a card that has nothing to show. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className={classes.nothing}>{children}</p>
}
