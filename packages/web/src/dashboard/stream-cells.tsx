import { VisuallyHidden } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useWords } from '../language/language.ts'
import { type Look, taskLook } from '../room/look.ts'
import { useRoomState } from '../room/use-room.tsx'
import { RagMark } from '../signs/pills.tsx'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamBar } from '../signs/stream-tag.tsx'
import { Triangle } from '../signs/time-pair.tsx'
import { lengthOf, timeWithDay } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card } from './card.tsx'
import type { Figures, StreamFigures } from './figures.ts'
import streamClasses from './streams.module.css'
import { useIsOnWall } from './wall-context.ts'

/** Above so many tasks a stream is a bar of shares. */
const CELLS_AT_MOST = 30

/** Streams on one page of a wall, and how long it stands. */
const WALL_STREAMS = 8
const WALL_PAGE_MS = 20_000

/** How far each stream is: a cell for each task, what is behind the plan, and the judgement of whoever leads it. */
export function StreamsCard({ figures }: { readonly figures: Figures }) {
  const { dashboard } = useWords()
  const { plan } = useRoomState()
  const isOnWall = useIsOnWall()
  const pages = isOnWall ? Math.max(1, Math.ceil(figures.streams.length / WALL_STREAMS)) : 1
  const page = usePage(pages)
  const shown = isOnWall
    ? figures.streams.slice(page * WALL_STREAMS, (page + 1) * WALL_STREAMS)
    : figures.streams
  return (
    <Card
      name="streams"
      title={dashboard.streams}
      hint={
        plan.run ? (
          <>
            {dashboard.streamsHow}, <Triangle up={false} /> {dashboard.streamsBehind}
          </>
        ) : (
          dashboard.streamsHowPlanned
        )
      }
      {...(pages > 1 ? { aside: dashboard.streamPage(page + 1, pages) } : {})}
    >
      <ul className={streamClasses.streams}>
        {shown.map((stream) => (
          <StreamRow key={stream.stream.id} of={stream} />
        ))}
      </ul>
    </Card>
  )
}

/** The page that is shown: the next one every 20 seconds. */
function usePage(pages: number): number {
  const [page, setPage] = useState(0)
  useEffect(() => {
    if (pages < 2) return
    const timer = setInterval(() => setPage((before) => before + 1), WALL_PAGE_MS)
    return () => clearInterval(timer)
  }, [pages])
  return page % pages
}

function StreamRow({ of }: { readonly of: StreamFigures }) {
  const { app, dashboard } = useWords()
  const { plan } = useRoomState()
  const sign = streamSigns(plan.streams).get(of.stream.id)
  const total = of.order.length
  const isRun = plan.run !== null
  const { status, status_message } = of.stream
  return (
    <li className={isRun ? streamClasses.stream : `${streamClasses.stream} ${streamClasses.planned}`}>
      {sign && <StreamBar of={sign} height={18} />}
      <span className={streamClasses.streamName}>
        <span>{of.stream.name}</span>
        {status !== 'off' && (
          <span className={streamClasses.rag} title={status_message ?? app.rag[status]}>
            <RagMark status={status} size="0.75em" />
            <VisuallyHidden>{app.rag[status]}</VisuallyHidden>
            {status_message !== null && status_message !== '' && (
              <span className={streamClasses.ragMessage}>{status_message}</span>
            )}
          </span>
        )}
      </span>
      <VisuallyHidden>{dashboard.streamSays(of.stream.name, of.done, total)}</VisuallyHidden>
      {!isRun ? <Span of={of} /> : total <= CELLS_AT_MOST ? <Cells of={of} /> : <Shares of={of} />}
      <span className={streamClasses.streamCount} aria-hidden="true">
        {isRun ? (
          <>
            {of.done} <span className={cardClasses.quiet}>{`${dashboard.of} ${total}`}</span>
          </>
        ) : (
          total
        )}
      </span>
      {isRun ? (
        <Ahead count={of.ahead} />
      ) : (
        <span className={streamClasses.streamLength}>
          {lengthOf(Number.isFinite(of.until - of.from) ? Math.max(0, of.until - of.from) : 0)}
        </span>
      )}
    </li>
  )
}

function Ahead({ count }: { readonly count: number }) {
  const { dashboard } = useWords()
  if (count < 0)
    return (
      <span className={`${streamClasses.behind} ${streamClasses.isBehind}`} title={dashboard.behind(-count)}>
        <Triangle up={false} size={9} />
        <span aria-hidden="true">{-count}</span>
        <VisuallyHidden>{dashboard.behind(-count)}</VisuallyHidden>
      </span>
    )
  return (
    <span
      className={streamClasses.behind}
      title={count === 0 ? dashboard.onPlan : dashboard.aheadOfPlan(count)}
    >
      <span aria-hidden="true">{count === 0 ? '·' : `+${count}`}</span>
      <VisuallyHidden>{count === 0 ? dashboard.onPlan : dashboard.aheadOfPlan(count)}</VisuallyHidden>
    </span>
  )
}

function Cells({ of }: { readonly of: StreamFigures }) {
  const { plan, schedule } = useRoomState()
  const looks = useMemo(
    () => of.order.map((at) => ({ at, ...taskLook(plan, schedule, at, schedule.asOf) })),
    [of.order, plan, schedule],
  )
  return (
    <span className={streamClasses.cells} aria-hidden="true">
      {looks.map(({ at, look, over, progress, ownEndLate, ownStartLate }) => {
        const isLate = look === 'progress' ? over > 0 || ownEndLate : ownStartLate
        return (
          <i
            key={at}
            className={streamClasses.cell}
            data-look={look}
            data-late={isLate || undefined}
            title={`#${plan.tasks[at]?.id ?? ''} ${plan.tasks[at]?.name ?? ''}`}
            style={
              look === 'progress' && !isLate
                ? { backgroundSize: `${Math.round(Math.max(0.15, progress) * 100)}% 100%` }
                : undefined
            }
          />
        )
      })}
    </span>
  )
}

/** From when to when a stream is planned, on the axis of the whole plan. */
function Span({ of }: { readonly of: StreamFigures }) {
  const { plan, schedule } = useRoomState()
  const length = Math.max(60, schedule.end - schedule.start)
  const share = (seconds: number) => `${(100 * seconds) / length}%`
  const zone = plan.runbook.timezone
  if (!Number.isFinite(of.from) || !Number.isFinite(of.until)) return <span className={streamClasses.span} />
  const says = `${timeWithDay(of.from, zone, schedule.start)} – ${timeWithDay(of.until, zone, of.from)}`
  return (
    <span className={streamClasses.span} title={says} role="img" aria-label={says}>
      <i style={{ left: share(of.from - schedule.start), width: `max(3px, ${share(of.until - of.from)})` }} />
    </span>
  )
}

const order: readonly Look[] = ['complete', 'skipped', 'abandoned', 'progress', 'startable', 'waiting']

/** As wide as its share; narrow ones keep a width at which they can be seen. */
function Shares({ of }: { readonly of: StreamFigures }) {
  const { task } = useWords()
  const names: Readonly<Record<Look, string>> = {
    ...task.stages,
    waiting: task.stages.not_startable,
    progress: task.stages.in_progress,
  }
  return (
    <span className={streamClasses.cells} aria-hidden="true">
      {order
        .filter((look) => of.counts[look] > 0)
        .map((look) => (
          <i
            key={look}
            className={`${streamClasses.cell} ${streamClasses.share}`}
            data-look={look}
            title={`${names[look]}: ${of.counts[look]}`}
            style={{
              flexGrow: of.counts[look],
              ...(look === 'progress' ? { backgroundSize: '100% 100%' } : {}),
            }}
          >
            {of.counts[look] / of.order.length > 0.12 ? of.counts[look] : ''}
          </i>
        ))}
    </span>
  )
}
