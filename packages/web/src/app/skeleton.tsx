import { useWords } from '../language/language.ts'
import classes from './skeleton.module.css'

/** Rows of the size that is to come, seen only when it takes longer than 150 ms. @param height CSS pixels of a row */
export function Skeleton({ rows, height }: { rows: number; height: number }) {
  const { app } = useWords()
  return (
    <div className={classes.card} role="status" aria-label={app.loading}>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={classes.row} style={{ height }}>
          <span className={classes.bar} style={{ width: `${32 + ((at * 17) % 26)}%` }} />
        </div>
      ))}
    </div>
  )
}
