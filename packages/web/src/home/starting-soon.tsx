import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../language/language.ts'
import { clockTime, lengthLeft, lengthOf, ownZone, shortDate } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { type RunbookRow, secondsOf } from '../workspaces/documents.ts'
import classes from './home-page.module.css'
import { startingSoonQuery } from './home-queries.ts'
import { SectionHead } from './section-head.tsx'
import { SectionRows } from './section-rows.tsx'

const SHOWN = 6

/** Plans whose scheduled start is near. */
export function StartingSoon() {
  const { home } = useWords()
  const query = useQuery(startingSoonQuery)
  const plans = query.data ?? []
  return (
    <section aria-labelledby="home-soon">
      <SectionHead id="home-soon" title={home.startingSoon}>
        {home.next14}
      </SectionHead>
      <SectionRows query={query} rows={2} empty={plans.length === 0 ? home.nothingSoon : undefined}>
        {plans.slice(0, SHOWN).map((plan) => (
          <SoonRow key={plan.id} plan={plan} />
        ))}
      </SectionRows>
    </section>
  )
}

function SoonRow({ plan }: { plan: RunbookRow }) {
  const { home } = useWords()
  const now = useMinute()
  const { name, timezone, start_scheduled, start_planned, end_planned, tasks_count, auto_start } =
    plan.attributes
  const zone = timezone ?? ownZone
  const start = secondsOf(start_scheduled ?? start_planned)
  return (
    <li>
      <Link to="/runbooks/$runbookId" params={{ runbookId: plan.id }} className={classes.soon}>
        <span className={classes.when}>
          <span className={classes.strong}>{clockTime(start, zone)}</span>
          <span className={classes.small}>{shortDate(start, zone)}</span>
        </span>
        <span className={classes.plan}>
          <span className={classes.title}>{name}</span>
          <span className={classes.small}>
            {home.tasks(tasks_count)} · {lengthOf(secondsOf(end_planned) - secondsOf(start_planned))}
            {auto_start && ` · ${home.autoStart}`}
          </span>
        </span>
        <span className={start > now ? classes.small : classes.due}>
          {start > now ? home.inTime(roughly(start - now)) : home.due}
        </span>
      </Link>
    </li>
  )
}

/** Far things in days, near ones in hours and minutes. */
const roughly = (seconds: number) =>
  seconds > 2 * 86_400 ? lengthOf(Math.round(seconds / 86_400) * 86_400) : lengthLeft(seconds)
