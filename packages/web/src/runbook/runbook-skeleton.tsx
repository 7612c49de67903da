import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../language/language.ts'
import classes from './runbook-skeleton.module.css'

const ROWS = 24

/** What stands until a runbook is there: everything at its final size, shown only when it takes longer than 150 ms. */
export function RunbookSkeleton({ isViewOnly = false }: { isViewOnly?: boolean }) {
  const { app } = useWords()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <div className={classes.page} role="status" aria-label={app.loading}>
      {!isViewOnly && (
        <>
          <div className={classes.top}>
            <Skeleton width={320} height={14} />
          </div>
          <div className={classes.band}>
            <Skeleton width={210} height={40} />
            <Skeleton width={160} height={26} />
            <Skeleton width={320} height={26} />
          </div>
          <div className={classes.views}>
            <Skeleton width={380} height={14} />
          </div>
        </>
      )}
      {Array.from({ length: ROWS }, (_, at) => (
        <div key={at} className={classes.row}>
          <Skeleton circle width={18} height={18} />
          <Skeleton width={`${38 - ((at * 7) % 17)}%`} height={10} />
        </div>
      ))}
    </div>
  )
}
