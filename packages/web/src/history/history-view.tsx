import { Button, Skeleton } from '@mantine/core'
import { useWords } from '../language/language.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import classes from './history.module.css'
import { HistoryControls } from './history-controls.tsx'
import { HistoryFeed } from './history-feed.tsx'
import { isHistoryKind } from './kinds.ts'
import { useHistory } from './use-history.ts'

/** Everything that happened to the open runbook, in sentences, newest first. */
export function HistoryView() {
  const { app, history } = useWords()
  const address = useRunbookAddress()
  const { hp, ht, hk } = address.history
  const kind = isHistoryKind(hk) ? hk : undefined
  const { entries, isPending, isError, hasMore, isReadingMore, more, retry } = useHistory({
    person: hp,
    task: ht,
    kind,
  })
  const isFiltered = hp !== undefined || ht !== undefined || kind !== undefined
  const body = () => {
    if (isPending) return <Waiting />
    if (isError && entries.length === 0)
      return (
        <div className={classes.note} role="alert">
          {history.failed}
          <Button variant="default" onClick={retry}>
            {app.tryAgain}
          </Button>
        </div>
      )
    if (entries.length === 0)
      return (
        <div className={classes.note}>
          {isFiltered ? history.emptyFilter : history.empty}
          {isFiltered && (
            <Button variant="default" onClick={() => address.setHistory({})}>
              {history.clearFilters}
            </Button>
          )}
        </div>
      )
    return (
      <HistoryFeed
        key={`${hp ?? ''} ${ht ?? ''} ${kind ?? ''}`}
        entries={entries}
        hasMore={hasMore}
        isReadingMore={isReadingMore}
        more={more}
      />
    )
  }
  return (
    <section className={classes.view} aria-label={history.title}>
      <HistoryControls />
      {body()}
    </section>
  )
}

function Waiting() {
  return (
    <div className={classes.scroller} aria-hidden="true">
      {Array.from({ length: 14 }, (_, at) => (
        <div key={at} className={classes.entry}>
          <Skeleton width={36} height={10} mt={5} />
          <Skeleton circle width={18} height={18} />
          <Skeleton width={`${46 - ((at * 7) % 19)}%`} height={10} mt={5} />
        </div>
      ))}
    </div>
  )
}
