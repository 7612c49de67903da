import { useWords } from '../language/language.ts'
import { clockSeconds, clockTime } from '../time/format.ts'
import { useSecond } from '../time/use-clock.ts'
import classes from './list.module.css'

interface NowRowProps {
  readonly index: number
  readonly toCome: number
  readonly zone: string
  /** When the run ended, seconds since the epoch; null while it lasts. */
  readonly endedAt: number | null
}

export const NOW_ROW_HEIGHT = 24

/** The rule between what has started or can start, and what is to come; after the end, between done and not done. */
export function NowRow({ index, toCome, zone, endedAt }: NowRowProps) {
  const { list } = useWords()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.now}
      style={{ height: NOW_ROW_HEIGHT }}
      data-now
    >
      <div role="gridcell" className={classes.nowCell}>
        <span className={classes.nowClock}>
          {endedAt === null ? <Ticking zone={zone} /> : list.endedAt(clockTime(endedAt, zone))}
        </span>
        <span className={classes.rule} />
        <span className={classes.toCome}>
          {endedAt === null ? list.toCome(toCome) : list.notDone(toCome)}
        </span>
      </div>
    </div>
  )
}

function Ticking({ zone }: { readonly zone: string }) {
  return <>{clockSeconds(useSecond(), zone)}</>
}
