import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useWords } from '../language/language.ts'
import { EmptyFilter } from '../list/empty-filter.tsx'
import type { RoomState } from '../room/room-state.ts'
import { useRoomState } from '../room/use-room.tsx'
import { passing } from '../runbook/filters.ts'
import { useMe } from '../server/use-me.ts'
import { longDate } from '../time/format.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import { AgendaRow, agendaRowHeight } from './agenda-row.tsx'
import classes from './agenda-tab.module.css'
import { FilterChips } from './filter-chips.tsx'
import listClasses from './list-tab.module.css'
import { NowRule } from './list-tab.tsx'
import { useFilters } from './use-filters.ts'

/** The run as an agenda: one task under the other by time, its length to be seen, and the present between them. */
export function AgendaTab() {
  const { phone } = useWords()
  const state = useRoomState()
  const { plan, schedule } = state
  const me = Number(useMe().id)
  const { filters } = useFilters()
  const items = useMemo(
    () => agendaOf(plan, schedule, passing(plan, schedule, filters, me), plan.runbook.timezone),
    [plan, schedule, filters, me],
  )
  const shown = items.filter(({ kind }) => kind === 'task').length
  return (
    <>
      <FilterChips shown={shown} all={plan.tasks.length} hasLate={plan.run !== null} />
      {plan.tasks.length === 0 ? (
        <p className={listClasses.empty}>{phone.empty}</p>
      ) : shown === 0 ? (
        <EmptyFilter filters={filters} />
      ) : (
        <Agenda items={items} state={state} />
      )}
    </>
  )
}

const keyOf = (item: AgendaItem, { plan }: RoomState) =>
  item.kind === 'task' ? (plan.tasks[item.at]?.id ?? item.at) : item.kind === 'now' ? 'now' : `day-${item.at}`

function Agenda({ items, state }: { items: readonly AgendaItem[]; state: RoomState }) {
  const { timeline } = useWords().app.views
  const scroll = useRef<HTMLDivElement>(null)
  const { plan } = state
  const zone = plan.runbook.timezone
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while rendering and kept nowhere
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => {
      const item = items[index]
      return item?.kind === 'task' ? agendaRowHeight(state, item.at) + 8 : 36
    },
    getItemKey: (index) => keyOf(items[index] ?? { kind: 'now' }, state),
    overscan: 8,
  })
  const nowIndex = items.findIndex(({ kind }) => kind === 'now')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the agenda opens
  useEffect(() => {
    if (nowIndex < 0) return
    const [offset] = rows.getOffsetForIndex(nowIndex, 'start') ?? [0]
    rows.scrollToOffset(Math.max(0, offset - (scroll.current?.clientHeight ?? 0) / 3))
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- once, when the agenda opens
  }, [])
  return (
    <div ref={scroll} className={listClasses.scroll} role="list" aria-label={timeline}>
      <div className={listClasses.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={listClasses.row}
              role="listitem"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item?.kind === 'task' && <AgendaRow at={item.at} />}
              {item?.kind === 'now' && <NowRule toCome={toComeAfter(items, index)} state={state} />}
              {item?.kind === 'day' && <div className={classes.day}>{longDate(item.at, zone)}</div>}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const toComeAfter = (items: readonly AgendaItem[], index: number) =>
  items.slice(index).filter(({ kind }) => kind === 'task').length
