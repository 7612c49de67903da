import { useMemo, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { rowHeights } from '../design/tokens.ts'
import { useTheme } from '../design/use-theme.ts'
import { useWords } from '../language/language.ts'
import { deltaMinutes } from '../room/look.ts'
import { objectiveOf } from '../room/objective.ts'
import { type Filters, isOf } from '../runbook/filters.ts'
import { clockTime, lengthOf, lengthPassed } from '../time/format.ts'
import { firstShifted, type LabelWords } from './bar.ts'
import { keepRows } from './keep-rows.ts'
import { pathThrough } from './lit.ts'
import type { Scene } from './scene.ts'

/** The scene without what changes from frame to frame. */
export type BaseScene = Omit<
  Scene,
  'scale' | 'width' | 'ticks' | 'now' | 'textScale' | 'chosenRow' | 'hoveredRow' | 'dragged'
>

/** Puts together what the chart shows; parts of it are made again only when what they are made of changes. */
export function useBaseScene(
  context: ActionContext,
  filters: Filters,
  folded: ReadonlySet<number>,
): BaseScene {
  const theme = useTheme()
  const { timeline } = useWords()
  const { plan, schedule } = context.state
  const { hand, me } = context
  const myId = Number(me.id)
  const { run, runbook } = plan
  const [rowsAt] = useState(keepRows)
  const rows = rowsAt(plan, schedule, filters, myId, folded)
  const lit = useMemo(() => {
    if (hand.isCriticalLit) return schedule.times.critical
    const at = hand.pathOf === null ? undefined : plan.positions.get(hand.pathOf)
    return at === undefined ? undefined : pathThrough(schedule.network, at)
  }, [hand.isCriticalLit, hand.pathOf, schedule, plan])
  const shifted = useMemo(() => {
    const shown = rows.list.flatMap((row) => (row.kind === 'task' ? [row.at] : []))
    return run
      ? firstShifted(shown, plan, schedule.times.critical, (at) => deltaMinutes(schedule, at))
      : new Set<number>()
  }, [rows, plan, run, schedule])
  const zone = runbook.timezone
  const words = useMemo<LabelWords>(
    () => ({
      over: (seconds) => timeline.over(lengthPassed(seconds)),
      ready: (minutes, isMine) => (isMine ? timeline.yoursReady(minutes) : timeline.ready(minutes)),
      waitsFor: timeline.waitsFor,
      fixedStart: (instant) => timeline.fixedAt(clockTime(instant, zone)),
      tookMore: timeline.tookMore,
      length: lengthOf,
    }),
    [timeline, zone],
  )
  return {
    plan,
    schedule,
    rows,
    rowHeight: rowHeights[me.density].timeline,
    theme,
    zone,
    isLive: run !== null && run.end_actual === null,
    lit,
    showsFloat: hand.showsFloat,
    isMine: (at) => isOf(plan, at, myId),
    shifted,
    objective: objectiveOf(plan, schedule)?.due ?? Number.NaN,
    words,
  }
}
