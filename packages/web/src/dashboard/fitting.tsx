import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../language/language.ts'
import classes from './lines.module.css'
import { useIsOnWall } from './wall-context.ts'

/** Height of the row that says how many more there are, in units of the wall. */
const MORE_ROW = 24

interface FittingProps<T> {
  readonly items: readonly T[]
  /** How many are shown in the app; on a wall as many as fit. */
  readonly most: number
  /** The least height of a row on a wall, in units of the wall. */
  readonly wallRow: number
  readonly children: (item: T) => ReactNode
}

/** Rows, none of them cut in the middle; how many more there are is said. */
export function Fitting<T>({ items, most, wallRow, children }: FittingProps<T>) {
  const { dashboard } = useWords()
  const isOnWall = useIsOnWall()
  const { ref, height } = useElementSize<HTMLDivElement>()
  const units = height / unitOfWall()
  const fits = items.length * wallRow <= units
  const shown = !isOnWall ? most : fits ? items.length : Math.max(1, Math.floor((units - MORE_ROW) / wallRow))
  return (
    <div ref={ref} className={classes.fitting}>
      {items.slice(0, shown).map(children)}
      {items.length > shown && <div className={classes.moreRows}>{dashboard.more(items.length - shown)}</div>}
    </div>
  )
}

/** CSS pixels of one unit of the wall: as `--u` of the style sheet. */
export function unitOfWall(): number {
  return Math.max(0.8, Math.min(window.innerWidth / 1440, window.innerHeight / 900))
}
