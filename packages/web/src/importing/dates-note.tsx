import { Button } from '@mantine/core'
import type { DateOrder, OpenDateOrder } from '@runsheet/domain'
import { useWords } from '../language/language.ts'
import { longDate } from '../time/format.ts'
import classes from './preview.module.css'

interface DatesNoteProps {
  readonly open: OpenDateOrder
  readonly onSettle: (order: DateOrder) => void
}

/** Asks once for the whole file whether the day or the month stands first. */
export function DatesNote({ open, onSettle }: DatesNoteProps) {
  const { dates } = useWords().importing
  const [first = 1, second = 1, year = 2000] = open.example.match(/\d+/g)?.map(Number) ?? []
  const said = (day: number, month: number) =>
    `${longDate(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, 12) / 1000, 'UTC')} ${year < 100 ? 2000 + year : year}`
  return (
    <div className={classes.dates} role="group" aria-label={dates.question(open.example)}>
      <div>
        <strong>{dates.question(open.example)}</strong>
        <small>{dates.hint}</small>
      </div>
      <div className={classes.answers}>
        <Button variant="default" onClick={() => onSettle('day_first')}>
          {dates.dayFirst(said(first, second))}
        </Button>
        <Button variant="default" onClick={() => onSettle('month_first')}>
          {dates.monthFirst(said(second, first))}
        </Button>
      </div>
    </div>
  )
}
