import { Button } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Skeleton } from '../app/skeleton.tsx'
import { useWords } from '../language/language.ts'
import classes from './import.module.css'

interface ImportFrameProps {
  /** Where the tasks go. */
  readonly crumbs: ReactNode
  /** Where Cancel leads. */
  readonly back: Pick<LinkProps, 'to' | 'params'>
  readonly children: ReactNode
}

/** The page around an import: where it goes, and the way out. */
export function ImportFrame({ crumbs, back, children }: ImportFrameProps) {
  const { importing } = useWords()
  return (
    <main className={classes.page}>
      <div className={classes.bar}>
        <div className={classes.crumbs}>{crumbs}</div>
        <Button component={Link} {...back} variant="subtle" color="gray">
          {importing.cancel}
        </Button>
      </div>
      {children}
    </main>
  )
}

/** The frame while what is around is read. */
export function ImportSkeleton() {
  return (
    <main className={classes.page}>
      <div className={classes.bar} />
      <div className={classes.loading}>
        <Skeleton rows={9} height={44} />
        <Skeleton rows={12} height={35} />
      </div>
    </main>
  )
}
