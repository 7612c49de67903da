import { useCallback, useSyncExternalStore } from 'react'
import { lookOf, taskLook } from '../room/look.ts'
import { useRoom } from '../room/use-room.tsx'
import { onSecond, presentSecond } from '../time/server-clock.ts'

export interface Running {
  /** Whole minutes that it has taken. */
  readonly minutes: number
  /** 0 to 1, in steps of a fiftieth. */
  readonly progress: number
  readonly isOver: boolean
}

const STEPS = 50

/** How far a running task is; renders again only when something of it changes that is shown. Undefined when it does not run. */
export function useRunning(taskId: number): Running | undefined {
  const room = useRoom()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = [onSecond(listener), room.subscribe(listener)]
      return () => {
        for (const end of stop) end()
      }
    },
    [room],
  )
  const key = useSyncExternalStore(subscribe, () => {
    const { plan, schedule } = room.state() ?? {}
    const at = plan?.positions.get(taskId)
    const task = plan && at !== undefined ? plan.tasks[at] : undefined
    if (!plan || !schedule || at === undefined || !task || lookOf(task) !== 'progress') return ''
    const { elapsed, progress, over } = taskLook(plan, schedule, at, presentSecond())
    return `${Math.floor(elapsed / 60)} ${Math.round(progress * STEPS)} ${over > 0 ? 1 : 0}`
  })
  if (key === '') return undefined
  const [minutes = 0, steps = 0, over = 0] = key.split(' ').map(Number)
  return { minutes, progress: steps / STEPS, isOver: over === 1 }
}
