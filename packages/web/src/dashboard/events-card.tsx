import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EntryGlyph } from '../history/entry-glyph.tsx'
import { minutesOff } from '../history/minutes-off.ts'
import { sentenceOf } from '../history/sentence.ts'
import { useHistory } from '../history/use-history.ts'
import { useWords } from '../language/language.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { useRoomState } from '../room/use-room.tsx'
import { clockTime, lengthOf } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import eventClasses from './events.module.css'
import { useIsOnWall } from './wall-context.ts'

const SHOWN = 10

/** What happened last, newest first. */
export function EventsCard() {
  const words = useWords()
  const { dashboard, history } = words
  const { plan } = useRoomState()
  const isOnWall = useIsOnWall()
  const { runbookId } = useParams({ strict: false })
  const { entries, isPending } = useHistory({}, 2 * SHOWN)
  return (
    <Card
      name="events"
      title={dashboard.events}
      {...(isOnWall
        ? {}
        : {
            aside: (
              <Link
                to="/runbooks/$runbookId/history"
                params={{ runbookId: runbookId ?? '' }}
                search={true}
                className={cardClasses.link}
              >
                {dashboard.wholeHistory}
              </Link>
            ),
          })}
    >
      {entries.length === 0 && !isPending && <Nothing>{dashboard.noEvents}</Nothing>}
      <EventList>
        {entries.slice(0, isOnWall ? 2 * SHOWN : SHOWN).map((entry) => {
          const sentence = sentenceOf(entry, plan, words, isOnWall)
          const said = entry.message ? plainText(entry.message) : ''
          const off = minutesOff(entry, plan)
          return (
            <div key={entry.seq} className={eventClasses.event} data-event={entry.seq}>
              <span className={eventClasses.eventTime}>{clockTime(entry.at, plan.runbook.timezone)}</span>
              {!isOnWall && <EntryGlyph entry={entry} plan={plan} size={16} />}
              <span className={eventClasses.eventText}>
                {sentence.actor !== undefined && <b>{sentence.actor} </b>}
                {entry.name === 'comment.created' && said !== '' ? (
                  history.said(said)
                ) : (
                  <>
                    {sentence.text}
                    {said !== '' && <> {history.said(said)}</>}
                  </>
                )}
              </span>
              {off > 0 && <span className={eventClasses.eventOff}>{history.late(lengthOf(off * 60))}</span>}
            </div>
          )
        })}
      </EventList>
    </Card>
  )
}

/** On a wall as many as fit, and nothing about the rest: it is in the past. */
function EventList({ children }: { readonly children: ReactNode }) {
  const isOnWall = useIsOnWall()
  if (!isOnWall) return <div>{children}</div>
  return <div className={eventClasses.eventsOnWall}>{children}</div>
}
