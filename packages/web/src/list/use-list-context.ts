import { useCallback, useEffect, useMemo, useRef } from 'react'
import { runAction } from '../actions/run-action.ts'
import { mainActionOf } from '../actions/task-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import type { RoomState } from '../room/room-state.ts'
import { type Filters, passing } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import type { GridHandle } from './list-grid.tsx'

/** Two presses within this time count as one: the second would finish what the first has started. */
const DOUBLE_PRESS_MS = 400

/** What both kinds of list need of the runbook around them. */
export function useListContext() {
  const context = useActionContext()
  const { filters, setFilters, task: openId } = useRunbookAddress()
  const { state, me } = context
  const { plan, schedule } = state
  const filterKey = JSON.stringify(filters)
  // The address gives new filters each time that it is read: their text tells whether they are others.
  const kept = useMemo(() => JSON.parse(filterKey) as Filters, [filterKey])
  const mask = useMemo(() => passing(plan, schedule, kept, Number(me.id)), [plan, schedule, kept, me.id])
  const latest = useRef(context)
  latest.current = context
  const pressed = useRef({ taskId: 0, at: 0 })
  const act = useCallback((taskId: number) => {
    const now = Date.now()
    if (pressed.current.taskId === taskId && now - pressed.current.at < DOUBLE_PRESS_MS) return
    pressed.current = { taskId, at: now }
    const { plan } = latest.current.state
    const task = plan.tasks[plan.positions.get(taskId) ?? -1]
    const action = task && mainActionOf(task)
    if (action) runAction(action, latest.current.forTask(task))
  }, [])
  return { context, latest, filters, setFilters, filterKey, mask, openId, act }
}

/** What others do, by task: for the signs of rows. */
export function useOthers({ waiting, present, touched }: RoomState, me: number) {
  const sending = useMemo(() => new Set(waiting.map(({ taskId }) => taskId)), [waiting])
  const names = useMemo(() => {
    const found = new Map<number, string>()
    for (const { taskId, userId, name } of present) {
      if (taskId === null || userId === me) continue
      const before = found.get(taskId)
      if (before?.split('\n').includes(name)) continue
      found.set(taskId, before === undefined ? name : `${before}\n${name}`)
    }
    return found
  }, [present, me])
  return { sending, names, touched }
}

/** Gives the focus back to the list when the panel of a task closes, and at the beginning when nothing else has it. */
export function useFocusReturn(grid: { readonly current: GridHandle | null }, openId: number | null): void {
  const before = useRef(openId)
  useEffect(() => {
    const hasNone = document.activeElement === null || document.activeElement === document.body
    if (openId === null && (hasNone || before.current !== null)) grid.current?.focus()
    before.current = openId
  }, [openId, grid])
}
