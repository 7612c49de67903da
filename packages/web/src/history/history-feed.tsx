import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Action } from '../actions/action.ts'
import { useActionKeys } from '../actions/keyboard.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { uiStoreOf } from '../runbook/runbook-ui.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { dayKey, longDate } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { type Entry, taskIdOf } from './entries.ts'
import { EntryRow } from './entry-row.tsx'
import { type FeedItem, feedItems } from './feed-items.ts'
import classes from './history.module.css'

interface HistoryFeedProps {
  readonly entries: readonly Entry[]
  readonly hasMore: boolean
  readonly isReadingMore: boolean
  readonly more: () => void
}

/** Scrolled further than this, new entries wait until they are asked for: what is read keeps its place. */
const AT_TOP_PX = 24

/** The entries as virtual rows of their own heights; ↑ ↓ move through them, Enter opens the task. */
export function HistoryFeed({ entries, hasMore, isReadingMore, more }: HistoryFeedProps) {
  const { history } = useWords()
  const { plan } = useRoomState()
  const { openTask } = useRunbookAddress()
  const room = useRoom()
  const ui = uiStoreOf(room.runbookId)
  const zone = plan.runbook.timezone
  const scroller = useRef<HTMLDivElement>(null)
  const newest = entries[0]?.seq ?? 0
  // While scrolled, only what was there when the scrolling began is shown.
  const [heldAt, setHeldAt] = useState<number | undefined>(undefined)
  const shown = useMemo(
    () => (heldAt === undefined ? entries : entries.filter(({ seq }) => seq <= heldAt)),
    [entries, heldAt],
  )
  const waiting = entries.length - shown.length
  const items = useMemo(() => feedItems(shown, (at) => dayKey(at, zone)), [shown, zone])
  const [cursor, setCursor] = useState<string | undefined>(undefined)
  // oxlint-disable-next-line react/incompatible-library -- its rows are read here and nowhere below
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'day' ? 40 : 28),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isReadingMore && last >= items.length - 30) more()
  }, [hasMore, isReadingMore, last, items.length, more])
  const pick = (item: FeedItem) => {
    setCursor(item.key)
    const taskId = item.kind === 'entry' ? taskIdOf(item.entry) : undefined
    ui.set({ cursor: taskId !== undefined && plan.positions.has(taskId) ? taskId : null })
  }
  const move = (by: number) => {
    const from = items.findIndex(({ key }) => key === cursor)
    let to = from === -1 ? (by > 0 ? 0 : -1) : from + by
    while (items[to]?.kind === 'day') to += by
    const item = items[to]
    if (!item) return
    pick(item)
    virtual.scrollToIndex(to, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const item = items.find(({ key }) => key === cursor)
    const taskId = item?.kind === 'entry' ? taskIdOf(item.entry) : undefined
    if (event.key === 'ArrowDown' || event.key === 'j') move(1)
    else if (event.key === 'ArrowUp' || event.key === 'k') move(-1)
    else if (event.key === 'Enter' && taskId !== undefined && plan.positions.has(taskId)) openTask(taskId)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // From anywhere in the view the arrows lead into the feed; there they repeat while they are held.
  const context = useActionContext()
  const enter = (id: string, by: number, keys: readonly string[]): Action => ({
    id,
    keys,
    name: () => history.feed,
    visible: () => document.activeElement !== scroller.current,
    perform: () => {
      scroller.current?.focus({ preventScroll: true })
      move(by)
    },
  })
  useActionKeys(
    [enter('history.next', 1, ['ArrowDown', 'J']), enter('history.previous', -1, ['ArrowUp', 'K'])],
    context,
  )
  return (
    <>
      {waiting > 0 && (
        <button
          type="button"
          className={classes.chip}
          data-history-new={waiting}
          onClick={() => {
            setHeldAt(undefined)
            scroller.current?.focus({ preventScroll: true })
            // After the new rows are there: measuring them moves what stands below.
            requestAnimationFrame(() => virtual.scrollToOffset(0))
          }}
        >
          {history.newOnes(waiting)}
        </button>
      )}
      <div
        ref={scroller}
        className={cursor === undefined ? classes.scroller : `${classes.scroller} ${classes.hasCursor}`}
        role="grid"
        aria-label={history.feed}
        tabIndex={0}
        aria-activedescendant={cursor === undefined ? undefined : `entry-${cursor}`}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          const isAtTop = currentTarget.scrollTop <= AT_TOP_PX
          if (isAtTop !== (heldAt === undefined)) setHeldAt(isAtTop ? undefined : newest)
        }}
      >
        <div className={classes.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, key, start }) => {
            const item = items[index]
            if (!item) return null
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                role="presentation"
              >
                {item.kind === 'day' ? (
                  <Day at={item.at} zone={zone} />
                ) : (
                  <EntryRow
                    entry={item.entry}
                    hasTime={item.isFirstOfMinute}
                    isAtCursor={item.key === cursor}
                    onPick={() => pick(item)}
                  />
                )}
              </div>
            )
          })}
        </div>
        <div className={classes.end} role="row">
          <span role="gridcell">
            {isReadingMore ? history.loadingMore : hasMore ? '' : history.beginning}
          </span>
        </div>
      </div>
    </>
  )
}

function Day({ at, zone }: { readonly at: number; readonly zone: string }) {
  const { history } = useWords()
  const minute = useMinute()
  const day = dayKey(at, zone)
  const near =
    day === dayKey(minute, zone)
      ? history.today
      : day === dayKey(minute - 86_400, zone)
        ? history.yesterday
        : undefined
  return (
    <div className={classes.day} role="row">
      <div role="gridcell" className={classes.whole}>
        {near !== undefined && <b>{near}</b>}
        <span>{longDate(at, zone)}</span>
      </div>
    </div>
  )
}
