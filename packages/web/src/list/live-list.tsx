import { type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { useActionKeys } from '../actions/keyboard.ts'
import { canEditTasks } from '../actions/plan-actions.ts'
import { mainActionOf } from '../actions/task-actions.ts'
import { rowHeights } from '../design/tokens.ts'
import { useWords } from '../language/language.ts'
import { isOf } from '../runbook/filters.ts'
import { typeSign } from '../signs/sign-paths.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { presentSecond } from '../time/server-clock.ts'
import { liveColumns, planningColumns, recordColumns } from './columns.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { EmptyFilter } from './empty-filter.tsx'
import { EntryLine, isEntryLine, lineHeight } from './entry-line.tsx'
import classes from './list.module.css'
import { listActions, useListHands } from './list-actions.ts'
import { type GridHandle, type Item, ListGrid } from './list-grid.tsx'
import { ListHead } from './list-head.tsx'
import { itemsOf, NOW_ITEM, numberOf } from './list-items.ts'
import { liveFacts } from './live-facts.ts'
import { liveOrder, NOW_ROW } from './live-order.ts'
import { LiveRow } from './live-row.tsx'
import { nextOfMine } from './next-of-mine.ts'
import { NOW_ROW_HEIGHT, NowRow } from './now-row.tsx'
import { RefusalRow } from './refusal-row.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useColumns } from './use-columns.ts'
import { useCursor } from './use-cursor.ts'
import { useEntry } from './use-entry.ts'
import { useHeldOrder } from './use-held-order.ts'
import { useFocusReturn, useListContext, useOthers } from './use-list-context.ts'

const entryColumns = planningColumns.filter(({ name }) => name === 'start' || name === 'end')

/** Where the rule of now stands when the list opens: at a third of the height. */
const NOW_PART = 1 / 3

/** The list of a run, or of what a run was. */
export function LiveList() {
  const { list } = useWords()
  const { context, latest, filters, filterKey, mask, openId, act } = useListContext()
  const { state, me, hand, room } = context
  const { plan, schedule } = state
  const { runbook, run } = plan
  const myId = Number(me.id)
  const wanted = useMemo(() => liveOrder(plan, schedule, mask), [plan, schedule, mask])
  // A plan may be changed while its run is paused and, where its type is dynamic, at any time of the run.
  const mayEdit = canEditTasks(context, hand.selected)
  const typed = useEntry(context, filters)
  const held = useHeldOrder(wanted, filterKey, typed.entry !== undefined, typed.anchors)
  const items = useMemo(
    () => itemsOf(held.order, { refusals: state.refusals, after: typed.after }),
    [held.order, state.refusals, typed.after],
  )
  const shown = useColumns(run?.end_actual === null ? liveColumns : recordColumns, `live-${me.id}`)
  const grid = useRef<GridHandle>(null)
  const firstOpen = useMemo(() => {
    const at = items.indexOf(NOW_ITEM)
    const before = items.slice(0, at < 0 ? undefined : at)
    return (
      before.findLast((item) => typeof item === 'number') ?? items.find((item) => typeof item === 'number')
    )
  }, [items])
  const cursor = useCursor(items, context, grid, firstOpen)
  const others = useOthers(state, myId)
  const signs = streamSigns(plan.streams)
  const rowHeight = rowHeights[me.density].list
  useFocusReturn(grid, openId)

  // What runs or can start is never scrolled away, however much of it there is.
  const toNow = useCallback(() => {
    const isInHand = (item: Item) => {
      const stage = typeof item === 'number' ? plan.tasks[plan.positions.get(item) ?? -1]?.stage : undefined
      return stage === 'in_progress' || stage === 'startable'
    }
    grid.current?.place(NOW_ITEM, NOW_PART, items.find(isInHand))
  }, [items, plan])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => {
    toNow()
    if (openId !== null) grid.current?.reveal(openId)
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- once, when the list opens
  }, [])

  const onPress = useCallback(
    (taskId: number, event: MouseEvent) => {
      const { ui, hand, openTask } = latest.current
      if (event.metaKey || event.ctrlKey) {
        const selected = new Set(hand.selected)
        if (!selected.delete(taskId)) selected.add(taskId)
        ui.set({ cursor: taskId, selected })
        return
      }
      ui.set({ cursor: taskId })
      if (window.getSelection()?.isCollapsed !== false) openTask(taskId)
    },
    [latest],
  )
  const isUnderWay = run !== null && run.end_actual === null
  const reason = runbook.stage === 'paused' ? list.runIsPaused : undefined

  const heightOf = useCallback(
    (item: string) => (item === NOW_ITEM ? NOW_ROW_HEIGHT : lineHeight(item, rowHeight)),
    [rowHeight],
  )
  const clock = { start: schedule.start, zone: runbook.timezone, isScheduled: true }
  const returnToNow = () => {
    held.settle()
    toNow()
    const shownItems = new Set(items)
    const next = nextOfMine(plan, schedule, myId, hand.cursor, (id) => shownItems.has(id))
    if (next === undefined) return
    context.ui.set({ cursor: next })
    grid.current?.reveal(next)
  }
  useListHands({ move: cursor.move, toNow: returnToNow, selectAll: cursor.selectAll })
  useActionKeys(listActions, context)

  const renderItem = (item: Item, index: number) => {
    if (item === NOW_ITEM)
      return (
        <NowRow
          index={index}
          toCome={held.order.length - held.order.indexOf(NOW_ROW) - 1}
          zone={runbook.timezone}
          endedAt={run?.end_actual ?? null}
        />
      )
    if (typeof item === 'string' && isEntryLine(item))
      return (
        <EntryLine
          item={item}
          index={index}
          typed={typed}
          plan={plan}
          schedule={schedule}
          clock={clock}
          columns={entryColumns}
          rowHeight={rowHeight}
          onLeave={() => grid.current?.focus()}
        />
      )
    if (typeof item === 'string') {
      const taskId = numberOf(item)
      const refusal = state.refusals.find((one) => one.taskId === taskId)
      return refusal ? (
        <RefusalRow
          refusal={refusal}
          plan={plan}
          index={index}
          onShow={(id) => {
            context.ui.set({ cursor: id })
            grid.current?.reveal(id)
          }}
          onClose={() => room.closeRefusal(refusal)}
        />
      ) : null
    }
    const at = plan.positions.get(item)
    const task = at === undefined ? undefined : plan.tasks[at]
    if (at === undefined || !task) return <div className={classes.row} />
    const type = plan.taskTypes.get(task.task_type_id)
    const main = isUnderWay ? mainActionOf(task) : undefined
    const action = main?.visible(context.forTask(task)) ? main : undefined
    return (
      <LiveRow
        task={task}
        facts={liveFacts(plan, schedule, at, presentSecond())}
        index={index}
        columns={shown.columns}
        people={plan.people}
        teams={plan.teams}
        stream={signs.get(task.stream_id)}
        typeSign={typeSign(type)}
        typeName={type?.name ?? ''}
        zone={runbook.timezone}
        me={myId}
        isMine={isOf(plan, at, myId)}
        verb={action?.name()}
        reason={reason}
        isCursor={hand.cursor === task.id}
        isSelected={hand.selected.has(task.id)}
        isOpen={openId === task.id}
        isWaiting={others.sending.has(task.id)}
        touchedAt={others.touched.get(task.id) ?? 0}
        present={others.names.get(task.id) ?? ''}
        onPress={onPress}
        onAct={act}
      />
    )
  }

  const isEmpty = wanted.length === 0 || (wanted.length === 1 && wanted[0] === NOW_ROW)
  return (
    <section className={classes.view} data-record={run?.end_actual === null ? undefined : true}>
      <ColumnsMenu all={liveColumns} hidden={shown.hidden} onToggle={shown.toggle} />
      <ListGrid
        label={list.label(runbook.name)}
        items={items}
        rowHeight={rowHeight}
        heightOf={heightOf}
        renderItem={renderItem}
        head={<ListHead columns={shown.columns} />}
        columnCount={shown.columns.length}
        template={shown.template}
        activeId={hand.cursor === null ? undefined : `row-${hand.cursor}`}
        anchor={NOW_ITEM}
        onKeyDown={(event) => {
          if (event.target instanceof HTMLInputElement) return
          const isButton = event.target instanceof HTMLButtonElement
          if (isButton && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation()
          else if (cursor.onKey(event)) event.preventDefault()
        }}
        signs={held.signs}
        handle={grid}
        onWidth={shown.setWidth}
      />
      {held.moved > 0 && (
        <button type="button" className={classes.movedChip} onClick={held.settle}>
          {list.moved(held.moved)}
        </button>
      )}
      {isEmpty && <EmptyFilter filters={filters} />}
      {hand.selected.size > 0 && (
        <SelectionBar context={context} mayEdit={mayEdit} onDone={() => grid.current?.focus()} />
      )}
    </section>
  )
}
