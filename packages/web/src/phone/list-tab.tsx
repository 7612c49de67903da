import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { EmptyFilter } from '../list/empty-filter.tsx'
import { liveOrder, NOW_ROW } from '../list/live-order.ts'
import { planningOrder } from '../list/planning-order.ts'
import { useHeldOrder } from '../list/use-held-order.ts'
import type { RoomState } from '../room/room-state.ts'
import { useRoomState } from '../room/use-room.tsx'
import { passing } from '../runbook/filters.ts'
import { useMe } from '../server/use-me.ts'
import { clockTime } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { FilterChips } from './filter-chips.tsx'
import classes from './list-tab.module.css'
import { TaskCard } from './task-card.tsx'
import { useFilters } from './use-filters.ts'

/** Where the rule of now stands when the list opens: at a third of the height. */
const NOW_PART = 1 / 3

/** All tasks in the order of the list view, one card each. */
export function ListTab() {
  const { phone } = useWords()
  const state = useRoomState()
  const { plan, schedule } = state
  const me = Number(useMe().id)
  const { filters, key } = useFilters()
  const isRun = plan.run !== null
  const wanted = useMemo(() => {
    const mask = passing(plan, schedule, filters, me)
    return isRun ? liveOrder(plan, schedule, mask) : planningOrder(plan, schedule, mask)
  }, [plan, schedule, filters, me, isRun])
  const held = useHeldOrder(wanted, key, false)
  const shown = wanted.length - (wanted.includes(NOW_ROW) ? 1 : 0)
  return (
    <>
      <FilterChips shown={shown} all={plan.tasks.length} hasLate={isRun} />
      {plan.tasks.length === 0 ? (
        <p className={classes.empty}>{phone.empty}</p>
      ) : shown === 0 ? (
        <EmptyFilter filters={filters} />
      ) : (
        <Cards order={held.order} state={state} me={me} hold={held.signs} />
      )}
    </>
  )
}

interface CardsProps {
  readonly order: readonly number[]
  readonly state: RoomState
  readonly me: number
  readonly hold: ReturnType<typeof useHeldOrder>['signs']
}

const CARD_HEIGHT = 64

function Cards({ order, state, me, hold }: CardsProps) {
  const { phone, list } = useWords()
  const { plan } = state
  const scroll = useRef<HTMLDivElement>(null)
  const nowIndex = order.indexOf(NOW_ROW)
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while rendering and kept nowhere
  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (order[index] === NOW_ROW ? 36 : CARD_HEIGHT),
    getItemKey: (index) => order[index] ?? index,
    overscan: 8,
  })
  const toNow = () => {
    const [offset] = rows.getOffsetForIndex(nowIndex, 'start') ?? [0]
    rows.scrollToOffset(Math.max(0, offset - (scroll.current?.clientHeight ?? 0) * NOW_PART))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => {
    if (nowIndex >= 0) toNow()
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- once, when the list opens
  }, [])
  const items = rows.getVirtualItems()
  const isNowInSight =
    nowIndex < 0 || ((items[0]?.index ?? 0) <= nowIndex && nowIndex <= (items.at(-1)?.index ?? 0))
  return (
    <>
      <div
        ref={scroll}
        className={classes.scroll}
        {...hold}
        onScroll={hold.onKeyDownCapture}
        role="list"
        aria-label={list.label(plan.runbook.name)}
      >
        <div className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, key, start }) => (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={classes.row}
              role="listitem"
              style={{ transform: `translateY(${start}px)` }}
            >
              {order[index] === NOW_ROW ? (
                <NowRule toCome={order.length - index - 1} state={state} />
              ) : (
                <TaskCard at={plan.positions.get(order[index] ?? 0) ?? -1} me={me} />
              )}
            </div>
          ))}
        </div>
      </div>
      {!isNowInSight && (
        <button type="button" className={classes.toNow} onClick={toNow}>
          <Icon name={(items[0]?.index ?? 0) > nowIndex ? 'up' : 'down'} size={16} />
          {phone.toNow}
        </button>
      )}
    </>
  )
}

/** The rule between what has begun and what is to come, with the time. */
export function NowRule({ toCome, state: { plan } }: { toCome: number; state: RoomState }) {
  const { phone } = useWords()
  const minute = useMinute()
  const zone = plan.runbook.timezone
  const endedAt = plan.run?.end_actual ?? null
  return (
    <div className={endedAt === null ? classes.now : `${classes.now} ${classes.over}`}>
      <b>
        {endedAt === null ? phone.nowRule(clockTime(minute, zone)) : phone.ended(clockTime(endedAt, zone))}
      </b>
      <span>{endedAt === null ? phone.toCome(toCome) : phone.notDone(toCome)}</span>
    </div>
  )
}
