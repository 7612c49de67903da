import { memo } from 'react'
import { useWords } from '../language/language.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { RichText } from '../rich-text/rich-text.tsx'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { clockTime, lengthOf } from '../time/format.ts'
import { changeLines } from './change-lines.ts'
import { type Entry, taskIdOf } from './entries.ts'
import { EntryGlyph } from './entry-glyph.tsx'
import classes from './history.module.css'
import { minutesOff } from './minutes-off.ts'
import { sentenceOf } from './sentence.ts'

interface EntryRowProps {
  readonly entry: Entry
  readonly hasTime: boolean
  readonly isAtCursor: boolean
  readonly onPick: () => void
}

/** Lines of changes that are shown at once. */
const LINES_SHOWN = 8

/** One thing that happened: time, glyph, sentence, what was said with it, and what changed. */
export const EntryRow = memo(function EntryRow({ entry, hasTime, isAtCursor, onPick }: EntryRowProps) {
  const words = useWords()
  const { history } = words
  const { plan } = useRoomState()
  const { openTask } = useRunbookAddress()
  const taskId = taskIdOf(entry)
  const isThere = taskId !== undefined && plan.positions.has(taskId)
  const sentence = sentenceOf(entry, plan, words)
  const lines = changeLines(entry, plan, words, plainText)
  const off = minutesOff(entry, plan)
  const time = clockTime(entry.at, plan.runbook.timezone)
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the feed holds the focus, and names this as active
    <div
      id={`entry-${entry.seq}`}
      className={isAtCursor ? `${classes.entry} ${classes.atCursor}` : classes.entry}
      role="row"
      aria-selected={isAtCursor}
      data-entry={entry.seq}
      onMouseDown={onPick}
    >
      <div role="gridcell" className={classes.whole}>
        <time
          className={hasTime ? classes.time : classes.timeAgain}
          dateTime={new Date(entry.at * 1000).toISOString()}
        >
          {time}
        </time>
        <EntryGlyph entry={entry} plan={plan} />
        <div className={classes.told}>
          <div className={classes.sentence}>
            {sentence.actor !== undefined && <b className={classes.actor}>{sentence.actor} </b>}
            <Told
              text={sentence.text}
              it={sentence.it}
              onOpen={isThere ? () => openTask(taskId) : undefined}
            />
          </div>
          {entry.message !== undefined && entry.message !== '' && (
            <div className={classes.message}>
              <RichText html={entry.message} />
            </div>
          )}
          {lines.length > 0 && (
            <dl className={classes.changes}>
              {lines.slice(0, LINES_SHOWN).map(({ field, label, before, after }) => (
                <div key={field} className={classes.change}>
                  <dt>{label}</dt>
                  <dd>
                    {before !== undefined && (
                      <>
                        <span className={classes.before}>{before}</span>
                        <span aria-hidden="true"> → </span>
                      </>
                    )}
                    <span className={classes.after}>{after ?? history.nothing}</span>
                  </dd>
                </div>
              ))}
              {lines.length > LINES_SHOWN && (
                <div className={classes.change}>{history.moreChanges(lines.length - LINES_SHOWN)}</div>
              )}
            </dl>
          )}
        </div>
        {off > 0 && <span className={classes.off}>{history.late(lengthOf(off * 60))}</span>}
      </div>
    </div>
  )
})

/** A sentence in which the task is a button that opens it; the keyboard has Enter for the same. */
function Told({ text, it, onOpen }: { text: string; it: string; onOpen: (() => void) | undefined }) {
  const from = it === '' ? -1 : text.indexOf(it)
  if (from < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, from)}
      {onOpen ? (
        <button type="button" tabIndex={-1} className={classes.subject} onClick={onOpen}>
          {it}
        </button>
      ) : (
        <span className={classes.subject}>{it}</span>
      )}
      {text.slice(from + it.length)}
    </>
  )
}
