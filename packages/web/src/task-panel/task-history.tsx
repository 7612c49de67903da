import { Button, Skeleton } from '@mantine/core'
import { useActionContext } from '../actions/use-actions.ts'
import { type ChangeLine, changeLines } from '../history/change-lines.ts'
import { type Entry, taskIdOf } from '../history/entries.ts'
import { EntryGlyph } from '../history/entry-glyph.tsx'
import { sentenceOf, spoken } from '../history/sentence.ts'
import { useHistory } from '../history/use-history.ts'
import { useWords } from '../language/language.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { useRoomState } from '../room/use-room.tsx'
import { timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import classes from './task-history.module.css'
import panelClasses from './task-panel.module.css'

/** What happened to a task, by itself or with others, newest first. */
export function TaskHistory({ taskId }: { readonly taskId: number }) {
  const { goTo } = useActionContext()
  const words = useWords()
  const { plan } = useRoomState()
  const { app, history } = words
  const { panel } = words.task
  const { entries, isPending, isError, hasMore, isReadingMore, more, retry } = useHistory({ task: taskId })
  if (isPending) return <Skeleton height={36} mt={4} />
  if (isError)
    return (
      <p className={classes.none}>
        {panel.historyFails}{' '}
        <Button variant="subtle" h={24} onClick={retry}>
          {app.tryAgain}
        </Button>
      </p>
    )
  // What was said stands among the comments.
  const shown = entries.flatMap((entry) => {
    const lines = changeLines(entry, plan, words, plainText, taskId)
    const isTold = entry.name !== 'comment.created' && (taskIdOf(entry) === taskId || lines.length > 0)
    return isTold ? [{ entry, lines }] : []
  })
  return (
    <>
      {shown.length === 0 && !hasMore && <p className={classes.none}>{panel.noHistory}</p>}
      <ol className={classes.list}>
        {shown.map(({ entry, lines }) => (
          <Told key={entry.seq} entry={entry} lines={lines} taskId={taskId} />
        ))}
      </ol>
      <p className={classes.none}>
        {hasMore && (
          <Button variant="subtle" h={24} loading={isReadingMore} onClick={more}>
            {history.older}
          </Button>
        )}
        <button type="button" className={panelClasses.fold} onClick={() => goTo('history')}>
          {panel.wholeHistory}
        </button>
      </p>
    </>
  )
}

interface ToldProps {
  readonly entry: Entry
  readonly lines: readonly ChangeLine[]
  readonly taskId: number
}

function Told({ entry, lines, taskId }: ToldProps) {
  const words = useWords()
  const { plan } = useRoomState()
  const minute = useMinute()
  return (
    <li className={classes.entry}>
      <span className={classes.sign}>
        <EntryGlyph entry={entry} plan={plan} size={16} of={taskId} />
      </span>
      <div className={classes.words}>
        <div className={classes.sentence}>
          {spoken(sentenceOf(entry, plan, words, true))}
          <time dateTime={new Date(entry.at * 1000).toISOString()}>
            {timeWithDay(entry.at, plan.runbook.timezone, minute)}
          </time>
        </div>
        {lines.map(({ field, label, before, after }) => (
          <div key={field} className={classes.change}>
            <span>{label}: </span>
            {before !== undefined && (
              <>
                <s>{before}</s> →{' '}
              </>
            )}
            <span className={classes.after}>{after ?? words.history.nothing}</span>
          </div>
        ))}
      </div>
    </li>
  )
}
