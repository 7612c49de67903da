import { useMemo, useRef } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { useTheme } from '../design/use-theme.ts'
import { taskLook } from '../room/look.ts'
import type { Schedule } from '../room/schedule.ts'
import { passing } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { serverNow } from '../time/server-clock.ts'
import { measures } from './measures.ts'
import { countOf, tasksAfter, tasksBefore } from './paths.ts'
import type { Lit, Scene } from './scene.ts'
import { useLayout } from './use-layout.ts'

/** What is lit, by what is in hand. */
function litOf(of: number | undefined, isCriticalLit: boolean, network: Schedule['network']): Lit {
  if (of !== undefined) {
    const before = tasksBefore(network, of)
    const after = tasksAfter(network, of)
    return { kind: 'path', of, before, after, beforeCount: countOf(before), afterCount: countOf(after) }
  }
  return isCriticalLit ? { kind: 'critical' } : { kind: 'nothing' }
}

/** The scene of the open runbook. While a changed plan is being laid out the scene before stays. */
export function useScene(context: ActionContext): Scene | undefined {
  const { state, hand, me } = context
  const { plan, schedule } = state
  const theme = useTheme()
  const address = JSON.stringify(useRunbookAddress().filters)
  const { picture, isCurrent } = useLayout(plan, schedule)
  const last = useRef<Scene | undefined>(undefined)
  const looks = useMemo(() => {
    const now = Math.floor(serverNow() / 1000)
    return plan.tasks.map((_, at) => taskLook(plan, schedule, at, now))
  }, [plan, schedule])
  const passes = useMemo(
    () => passing(plan, schedule, JSON.parse(address), Number(me.id)),
    [plan, schedule, address, me.id],
  )
  const pathAt = hand.pathOf === null ? undefined : plan.positions.get(hand.pathOf)
  const lit = useMemo(
    () => litOf(pathAt, hand.isCriticalLit, schedule.network),
    [pathAt, hand.isCriticalLit, schedule.network],
  )
  const scene = useMemo(
    () =>
      picture && {
        plan,
        schedule,
        layout: picture.layout,
        geometry: picture.geometry,
        measures,
        input: picture.input,
        lanes: picture.input.lanes,
        looks,
        passes,
        lit,
        me: Number(me.id),
        theme,
        hasTimes: plan.run !== null || plan.runbook.start_scheduled !== null,
      },
    [picture, plan, schedule, looks, passes, lit, me.id, theme],
  )
  if (isCurrent && scene) last.current = scene
  return last.current
}
