import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Skeleton } from '../app/skeleton.tsx'
import { useWords } from '../language/language.ts'
import classes from './home-page.module.css'

interface SectionRowsProps {
  readonly query: { readonly isPending: boolean; readonly isError: boolean; readonly refetch: () => unknown }
  /** Rows of the skeleton. */
  readonly rows: number
  /** What is said instead of rows. */
  readonly empty: ReactNode | undefined
  readonly children: ReactNode
}

/** A card with the rows of one list, or what stands for them: skeleton, sentence, or that it could not be read. */
export function SectionRows({ query, rows, empty, children }: SectionRowsProps) {
  const { app, home } = useWords()
  if (query.isPending) return <Skeleton rows={rows} height={52} />
  if (query.isError)
    return (
      <div className={classes.card}>
        <p className={classes.empty}>
          {home.unread}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => query.refetch()}>
            {app.tryAgain}
          </Button>
        </p>
      </div>
    )
  if (empty !== undefined)
    return (
      <div className={classes.card}>
        <div className={classes.empty}>{empty}</div>
      </div>
    )
  return <ul className={classes.card}>{children}</ul>
}
