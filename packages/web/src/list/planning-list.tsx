import { type DragEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { useActionKeys } from '../actions/keyboard.ts'
import { canEditPlan, canEditTask, canEditTasks } from '../actions/plan-actions.ts'
import { rowHeights } from '../design/tokens.ts'
import { useWords } from '../language/language.ts'
import { isOf } from '../runbook/filters.ts'
import { typeSign } from '../signs/sign-paths.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { STREAM_DRAG, StreamPanel } from '../streams/stream-panel.tsx'
import { planningColumns } from './columns.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { EmptyFilter } from './empty-filter.tsx'
import { EntryLine, isEntryLine, lineHeight } from './entry-line.tsx'
import classes from './list.module.css'
import { listActions, useListHands } from './list-actions.ts'
import { type GridHandle, type Item, ListGrid } from './list-grid.tsx'
import { ListHead } from './list-head.tsx'
import { ENTRY_ITEM, itemsOf, numberOf } from './list-items.ts'
import { planningFacts } from './planning-facts.ts'
import { planningOrder } from './planning-order.ts'
import { type PlanningHands, PlanningRow } from './planning-row.tsx'
import { RefusalRow } from './refusal-row.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { changeTask, changeTasks } from './task-writes.ts'
import { useColumns } from './use-columns.ts'
import { useCursor } from './use-cursor.ts'
import { useEditing } from './use-editing.ts'
import { useEntry } from './use-entry.ts'
import { useHeldOrder } from './use-held-order.ts'
import { useFocusReturn, useListContext, useOthers } from './use-list-context.ts'

/** The list of a plan: a sheet in which tasks are typed, changed and chosen. */
export function PlanningList() {
  const { list } = useWords()
  const { context, latest, filters, filterKey, mask, openId } = useListContext()
  const { state, me, hand, room, ui } = context
  const { plan, schedule } = state
  const { runbook } = plan
  const myId = Number(me.id)
  const mayEdit = canEditPlan(context)
  const rowHeight = rowHeights[me.density].list
  const grid = useRef<GridHandle>(null)
  const shown = useColumns(planningColumns, `planning-${me.id}`)
  const typed = useEntry(context, filters)
  const wanted = useMemo(() => planningOrder(plan, schedule, mask), [plan, schedule, mask])
  const itemsNow = useRef<readonly Item[]>([])
  const editing = useEditing(itemsNow, shown.columns, context, grid)
  const isTyping = typed.entry !== undefined || editing.cell !== undefined
  const held = useHeldOrder(wanted, filterKey, isTyping, typed.anchors)
  const items = useMemo(
    () => itemsOf(held.order, { refusals: state.refusals, after: typed.after }),
    [held.order, state.refusals, typed.after],
  )
  itemsNow.current = items
  const first = items.find((item) => typeof item === 'number')
  const cursor = useCursor(items, context, grid, first)
  const others = useOthers(state, myId)
  const signs = streamSigns(plan.streams)
  const isScheduled = runbook.start_scheduled !== null
  const clock = useMemo(
    () => ({ start: schedule.start, zone: runbook.timezone, isScheduled }),
    [schedule.start, runbook.timezone, isScheduled],
  )
  useFocusReturn(grid, openId)
  const place = typed.entry?.place
  // biome-ignore lint/correctness/useExhaustiveDependencies: each saved row moves the row in which is typed
  useEffect(() => {
    if (place !== undefined) grid.current?.reveal(ENTRY_ITEM)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each saved row moves the row in which is typed
  }, [place, typed.count])

  const keys = useRef(cursor)
  keys.current = cursor
  const edits = useRef(editing)
  edits.current = editing
  const openNow = useRef(openId)
  openNow.current = openId

  const hands = useMemo<PlanningHands>(
    () => ({
      onPress: (taskId, event) => {
        const { ui, openTask } = latest.current
        if (event.shiftKey) keys.current.selectTo(taskId)
        else if (event.metaKey || event.ctrlKey) keys.current.toggle(taskId)
        else {
          ui.set({ cursor: taskId })
          if (openNow.current !== null) openTask(taskId)
        }
      },
      onTick: (taskId, event) =>
        event.shiftKey ? keys.current.selectTo(taskId) : keys.current.toggle(taskId),
      onOpen: (taskId) => latest.current.openTask(taskId),
      onEdit: (taskId, column) => edits.current.open(taskId, column),
      onCommit: (taskId, column, change, by) => {
        if (change) void changeTask(latest.current.room, taskId, change)
        edits.current.left(taskId, column, by)
      },
      onCancel: (taskId, column, by) => edits.current.cancelled(taskId, column, by),
      onDrag: (taskId, event) => startDrag(event, taskId, latest.current.hand.selected),
    }),
    [latest],
  )
  const reveal = useCallback(
    (taskId: number) => {
      ui.set({ cursor: taskId })
      grid.current?.reveal(taskId)
    },
    [ui],
  )
  const heightOf = useCallback((item: string) => lineHeight(item, rowHeight), [rowHeight])

  const renderItem = (item: Item, index: number) => {
    if (typeof item === 'string' && isEntryLine(item))
      return (
        <EntryLine
          item={item}
          index={index}
          typed={typed}
          plan={plan}
          schedule={schedule}
          clock={clock}
          columns={shown.columns}
          rowHeight={rowHeight}
          onLeave={() => grid.current?.focus()}
        />
      )
    if (typeof item === 'string') {
      const refusal = state.refusals.find(({ taskId }) => taskId === numberOf(item))
      return refusal ? (
        <RefusalRow
          refusal={refusal}
          plan={plan}
          index={index}
          onShow={reveal}
          onClose={() => room.closeRefusal(refusal)}
        />
      ) : null
    }
    const at = plan.positions.get(item)
    const task = at === undefined ? undefined : plan.tasks[at]
    if (at === undefined || !task) return <div className={classes.row} />
    const type = plan.taskTypes.get(task.task_type_id)
    const cell = editing.cell?.taskId === task.id ? editing.cell.column : undefined
    return (
      <PlanningRow
        task={task}
        facts={planningFacts(plan, schedule, at)}
        index={index}
        columns={shown.columns}
        people={plan.people}
        teams={plan.teams}
        plan={cell === undefined ? undefined : plan}
        stream={signs.get(task.stream_id)}
        typeSign={typeSign(type)}
        typeName={type?.name ?? ''}
        clock={clock}
        me={myId}
        editing={cell}
        mayEdit={canEditTask(context, task)}
        hands={hands}
        isCursor={hand.cursor === task.id}
        isSelected={hand.selected.has(task.id)}
        isOpen={openId === task.id}
        isWaiting={others.sending.has(task.id)}
        touchedAt={others.touched.get(task.id) ?? 0}
        present={others.names.get(task.id) ?? ''}
      />
    )
  }

  const toMine = () => {
    const next = nextOf(items, hand.cursor, (id) => isOf(plan, plan.positions.get(id) ?? -1, myId))
    if (next !== undefined) reveal(next)
  }
  useListHands({ move: cursor.move, toNow: toMine, selectAll: cursor.selectAll, edit: editing.open })
  useActionKeys(listActions, context)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey
    if (isPlain && mayEdit && me.single_key_shortcuts && editing.onKey(event, hand.cursor))
      event.preventDefault()
    else if (cursor.onKey(event)) event.preventDefault()
  }

  const ticked = hand.selected.size === 0 ? 'none' : hand.selected.size < wanted.length ? 'some' : 'all'
  return (
    <section className={classes.view} data-planning>
      <ColumnsMenu all={planningColumns} hidden={shown.hidden} onToggle={shown.toggle} />
      <StreamPanel
        onDrop={(taskIds, streamId) =>
          void changeTasks(
            room,
            taskIds.filter((id) => canEditTasks(context, [id])),
            () => ({ stream_id: streamId }),
            () => undefined,
          )
        }
      />
      <ListGrid
        label={list.label(runbook.name)}
        items={items}
        rowHeight={rowHeight}
        heightOf={heightOf}
        renderItem={renderItem}
        head={
          <ListHead
            columns={shown.columns}
            ticked={ticked}
            onTick={() => (ticked === 'none' ? cursor.selectAll() : ui.set({ selected: new Set() }))}
          />
        }
        columnCount={shown.columns.length}
        template={shown.template}
        activeId={hand.cursor === null ? undefined : `row-${hand.cursor}`}
        onKeyDown={onKeyDown}
        signs={held.signs}
        handle={grid}
        onWidth={shown.setWidth}
      />
      {held.moved > 0 && !isTyping && (
        <button type="button" className={classes.movedChip} onClick={held.settle}>
          {list.moved(held.moved)}
        </button>
      )}
      {wanted.length === 0 && plan.tasks.length > 0 && <EmptyFilter filters={filters} />}
      {plan.tasks.length === 0 && !mayEdit && <p className={classes.empty}>{list.emptyRunbook}</p>}
      {hand.selected.size > 0 && (
        <SelectionBar
          context={context}
          mayEdit={canEditTasks(context, hand.selected)}
          onDone={() => grid.current?.focus()}
        />
      )}
    </section>
  )
}

function startDrag(event: DragEvent, taskId: number, selected: ReadonlySet<number>): void {
  const taskIds = selected.has(taskId) ? [...selected] : [taskId]
  event.dataTransfer.setData(STREAM_DRAG, JSON.stringify(taskIds))
  event.dataTransfer.effectAllowed = 'move'
}

/** The next task after the cursor, round the end, for which something holds. */
function nextOf(
  items: readonly Item[],
  cursor: number | null,
  holds: (taskId: number) => boolean,
): number | undefined {
  const from = cursor === null ? 0 : items.indexOf(cursor) + 1
  return [...items.slice(from), ...items.slice(0, from)].find(
    (item): item is number => typeof item === 'number' && holds(item),
  )
}
