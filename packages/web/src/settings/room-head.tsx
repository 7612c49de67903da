import { type ReactNode, useEffect } from 'react'
import { useWords } from '../language/language.ts'
import classes from './settings.module.css'

interface RoomHeadProps {
  readonly title: string
  readonly why?: ReactNode
  /** At the right: what new can be made. */
  readonly children?: ReactNode
}

/** The name of a room, what it is for, and what new can be made in it. */
export function RoomHead({ title, why, children }: RoomHeadProps) {
  const { app } = useWords()
  useEffect(() => {
    document.title = `${title} · ${app.name}`
  }, [title, app.name])
  return (
    <header className={classes.head}>
      <div className={classes.headline}>
        <h1>{title}</h1>
        {why !== undefined && <p>{why}</p>}
      </div>
      {children}
    </header>
  )
}
