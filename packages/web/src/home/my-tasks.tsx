import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { tellError } from '../refusals/tell-error.tsx'
import { useMe } from '../server/use-me.ts'
import { DOT, typeSign } from '../signs/sign-paths.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { TypeIcon } from '../signs/type-icon.tsx'
import { ownZone, timeWithDay } from '../time/format.ts'
import { useMinute, useMinutesSince } from '../time/use-clock.ts'
import { linkedId, secondsOf } from '../workspaces/documents.ts'
import { isReady, type MyTask, myTasksQuery } from './home-queries.ts'
import { glyphOf, isOnlyPlanned, remarkOf, timeOf } from './my-task-words.ts'
import classes from './my-tasks.module.css'
import { SectionHead } from './section-head.tsx'
import { SectionRows } from './section-rows.tsx'
import { otherPlace } from './sentences.ts'
import { useStartMyTask } from './start-my-task.ts'

/** What waits for the person, in all runbooks: what can be started first, with its button. */
export function MyTasks() {
  const { home } = useWords()
  const query = useQuery(myTasksQuery)
  const { tasks = [], total = 0 } = query.data ?? {}
  return (
    <section aria-labelledby="home-yours">
      <SectionHead id="home-yours" title={home.yours}>
        {total > tasks.length ? home.allYours(total) : home.nowAndNext}
      </SectionHead>
      <SectionRows query={query} rows={3} empty={tasks.length === 0 ? home.nothingYours : undefined}>
        {tasks.map((entry) => (
          <MyTaskRow key={entry.id} entry={entry} />
        ))}
      </SectionRows>
    </section>
  )
}

function MyTaskRow({ entry }: { entry: MyTask }) {
  const words = useWords()
  const now = useMinute()
  const start = useStartMyTask(entry)
  const mine = useMe().timezone ?? ownZone
  const { task_id, name, runbook_name, timezone, start_ready } = entry.attributes
  const { task_type_key: key, task_type_icon: icon } = entry.attributes
  const sign = typeSign({ key, icon })
  const waited = useMinutesSince(start_ready === null ? null : secondsOf(start_ready))
  const canStart = isReady(entry)
  const zone = timezone ?? ownZone
  const other = otherPlace(zone, now, mine)
  return (
    <li className={canStart ? `${classes.row} ${classes.ready}` : classes.row}>
      <StageGlyph of={glyphOf(entry, now)} size={22} isWaiting={start.isPending} />
      <Link
        to="/runbooks/$runbookId/list"
        params={{ runbookId: linkedId(entry, 'runbook') ?? '' }}
        search={{ task: Number(task_id) }}
        className={classes.what}
      >
        <span className={classes.title}>
          <span className={classes.id}>#{task_id}</span>
          {sign !== DOT && <TypeIcon sign={sign} />}
          <span className={classes.name}>{name}</span>
        </span>
        <span className={classes.about}>
          {runbook_name} · {remarkOf(words, entry, waited, zone)}
        </span>
      </Link>
      <span
        className={`${classes.time} ${canStart ? classes.accent : isOnlyPlanned(entry) ? classes.planned : ''}`}
      >
        {canStart ? words.home.now : timeOf(words, entry, (at) => timeWithDay(at, zone, now))}
        {!canStart && other !== undefined && <span className={classes.zone}>{other}</span>}
      </span>
      {canStart && (
        <Button
          leftSection={<Icon name="play" size={12} />}
          loading={start.isPending}
          onClick={() => start.mutate()}
          aria-label={words.home.startTask(task_id, name)}
        >
          {words.home.start}
        </Button>
      )}
      {start.error && (
        <p className={classes.refusal} role="alert">
          {tellError(start.error)}
        </p>
      )}
    </li>
  )
}
