import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { useActionContext } from '../actions/use-actions.ts'
import type { Camera } from './camera.ts'
import { AXIS_HEIGHT } from './paint-chart.ts'
import { rowKey } from './rows.ts'
import type { BaseScene } from './use-base-scene.ts'
import { useCursorKeys } from './use-cursor-keys.ts'
import type { useFolds } from './use-folds.ts'

interface CursorOf {
  readonly context: ReturnType<typeof useActionContext>
  readonly base: BaseScene
  readonly folds: ReturnType<typeof useFolds>
  readonly camera: Camera
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly openedTask: number | null
}

/** The row that keys act on: the task of the cursor that all views share, or the head of a stream. */
export function useCursor({ context, base, folds, camera, scroller, openedTask }: CursorOf) {
  const { rows, plan, rowHeight } = base
  const { ui, hand } = context
  const [stream, setStream] = useState<number | null>(null)
  const heads = useMemo(
    () =>
      new Map(
        rows.list.flatMap((row, index) => (row.kind === 'stream' ? [[row.stream.id, index] as const] : [])),
      ),
    [rows],
  )
  const taskRow = hand.cursor === null ? -1 : (rows.rowOf[plan.positions.get(hand.cursor) ?? -1] ?? -1)
  const row = hand.cursor === null ? (stream === null ? -1 : (heads.get(stream) ?? -1)) : taskRow

  const showRow = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element || index < 0) return
      const [top, seen] = [index * rowHeight, element.clientHeight - AXIS_HEIGHT]
      if (top < element.scrollTop) element.scrollTo({ top: top - rowHeight })
      else if (top + rowHeight > element.scrollTop + seen)
        element.scrollTo({ top: top + 2 * rowHeight - seen })
    },
    [scroller, rowHeight],
  )

  const latest = useRef({ context, base, folds, openedTask, row })
  latest.current = { context, base, folds, openedTask, row }

  const choose = useCallback((index: number) => {
    const { base, context, openedTask } = latest.current
    const chosen = base.rows.list[index]
    if (!chosen) return
    if (chosen.kind === 'stream') {
      setStream(chosen.stream.id)
      context.ui.set({ cursor: null })
      return
    }
    const id = base.plan.tasks[chosen.at]?.id ?? null
    setStream(null)
    context.ui.set({ cursor: id })
    if (openedTask !== null && openedTask !== id) context.openTask(id)
  }, [])

  const fold = useCallback((index: number, to?: boolean) => {
    const { base, folds } = latest.current
    const head = base.rows.list[index]
    if (head?.kind !== 'stream') return
    const isFolded = to ?? !head.isFolded
    const next = new Set(folds.folded)
    if (isFolded) next.add(head.stream.id)
    else next.delete(head.stream.id)
    folds.setFolded(next)
  }, [])

  const open = useCallback((index: number) => {
    const { base, context } = latest.current
    const chosen = base.rows.list[index]
    if (chosen?.kind === 'task') context.openTask(base.plan.tasks[chosen.at]?.id ?? null)
  }, [])

  const click = useCallback(
    (index: number) => {
      choose(index)
      fold(index)
    },
    [choose, fold],
  )

  /** To another row, in sight with its bar. */
  const go = useCallback(
    (index: number) => {
      const { base } = latest.current
      const to = Math.max(0, Math.min(base.rows.list.length - 1, index))
      choose(to)
      showRow(to)
      const there = base.rows.list[to]
      if (there?.kind === 'task') camera.show(base.schedule.times.start[there.at] ?? Number.NaN)
    },
    [choose, showRow, camera],
  )

  // A cursor that another view or the header has set is shown when the timeline opens or the task is chosen elsewhere.
  const shown = useRef<number | null>(null)
  const { cursor } = hand
  useEffect(() => {
    if (cursor === null || shown.current === cursor) return
    shown.current = cursor
    showRow(taskRow)
  }, [cursor, taskRow, showRow])

  // A run opens where something goes on: what runs first stands at one third, unless a task is chosen already.
  const isOpened = useRef(false)
  useEffect(() => {
    const { base, context } = latest.current
    const element = scroller.current
    if (isOpened.current || !element) return
    isOpened.current = true
    if (context.hand.cursor !== null || !base.isLive) return
    const going = base.rows.list.findIndex(
      (row) => row.kind === 'task' && base.plan.tasks[row.at]?.stage === 'in_progress',
    )
    if (going >= 0) element.scrollTo({ top: going * rowHeight - (element.clientHeight - AXIS_HEIGHT) / 3 })
  }, [scroller, rowHeight])

  useCursorKeys({ latest, go, fold, showsSingleKeys: context.me.single_key_shortcuts })
  const active = rows.list[row]
  return { row, key: active ? rowKey(active, plan) : '', choose, click, open, fold, ui }
}
