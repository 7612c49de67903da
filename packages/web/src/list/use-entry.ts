import type { ApiError } from '@runsheet/client'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { canEditPlan } from '../actions/plan-actions.ts'
import { streamsToFill } from '../room/rights.ts'
import type { Filters } from '../runbook/filters.ts'
import { type Draft, type Pending } from './entry-queue.ts'
import { FIRST } from './held-order.ts'
import { ENTRY_ITEM } from './list-items.ts'
import { entryQueueOf } from './task-writes.ts'

interface Typed {
  readonly place: number
  readonly draft: Draft
  /** A refused task that is being corrected, and what was being typed before. */
  readonly correcting?: {
    readonly key: number
    readonly refusal: ApiError | undefined
    readonly aside: Draft
  }
}

/** The row in which tasks are typed: where it stands, what it holds, and the tasks that are on their way. */
export function useEntry(context: ActionContext, filters: Filters) {
  const { room, state, ui, hand } = context
  const { plan } = state
  const queue = entryQueueOf(room)
  const all = useSyncExternalStore(queue.subscribe, queue.get)
  const [entry, setEntry] = useState<Typed | undefined>(undefined)
  const [count, setCount] = useState(0)
  const { positions } = plan
  useEffect(() => {
    // Asked anew with each change of the queue, too: the answer may come after the event.
    if (all.length > 0) queue.arrived((id) => positions.has(id))
  }, [queue, positions, all])
  const pending = useMemo(
    () => all.filter(({ taskId }) => taskId === undefined || !positions.has(taskId)),
    [all, positions],
  )
  const hasOpen = pending.length > 0
  useEffect(() => {
    if (!hasOpen) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [hasOpen])

  const isFirst = plan.tasks.length === 0 && pending.length === 0
  const mayEdit = canEditPlan(context)
  const asked = hand.entryAfter === undefined ? (isFirst ? FIRST : undefined) : (hand.entryAfter ?? FIRST)
  const place = mayEdit ? asked : undefined
  const current: Typed | undefined =
    place === undefined
      ? undefined
      : entry?.place === place
        ? entry
        : { place, draft: freshDraft(context, filters, place === FIRST ? undefined : place) }

  const after = useMemo(() => {
    const found = new Map<number, (number | typeof ENTRY_ITEM)[]>()
    const put = (anchor: number, line: number | typeof ENTRY_ITEM) => {
      const id = queue.idOf(anchor) ?? anchor
      const there = found.get(id)
      if (there) there.push(line)
      else found.set(id, [line])
    }
    for (const { key, anchor } of pending) put(anchor, key)
    if (place !== undefined) {
      // Where the row stands comes first of what follows there: later ones were typed before it.
      put(place, ENTRY_ITEM)
    }
    return found
  }, [pending, place, queue])

  const awaited = useMemo(() => new Map(pending.map(({ key, draft }) => [key, draft.name])), [pending])

  return {
    entry: current && { ...current, draft: resolved(current.draft, (id) => queue.idOf(id)) },
    count,
    isFirst,
    pending,
    after,
    awaited,
    anchors: queue.anchors,
    setDraft: (draft: Draft) => {
      if (current) setEntry({ ...current, draft })
    },
    save: (draft: Draft, isNextAlone: boolean) => {
      if (!current) return
      setCount((before) => before + 1)
      if (current.correcting) {
        queue.correct(current.correcting.key, draft)
        setEntry({ place: current.place, draft: current.correcting.aside })
        return
      }
      const key = queue.add(draft, current.place)
      setEntry({
        place: key,
        draft: { ...draft, name: '', duration: null, owners: [], after: isNextAlone ? [] : [key] },
      })
      ui.set({ entryAfter: key })
    },
    correct: ({ key, draft, refusal }: Pending) => {
      const last = current ?? { place: key, draft: { ...draft, name: '', after: [key] } }
      setEntry({
        place: last.place,
        draft,
        correcting: { key, refusal, aside: last.draft },
      })
      setCount((before) => before + 1)
      ui.set({ entryAfter: last.place === FIRST ? null : last.place })
    },
    leaveOut: (key: number) => queue.leaveOut(key),
    leave: () => {
      const id = current && queue.idOf(current.place)
      setEntry(undefined)
      ui.set({ entryAfter: undefined, ...(id !== undefined && id > 0 ? { cursor: id } : {}) })
    },
  }
}

/** The row in which tasks are typed, as `useEntry` gives it. */
export type Entry = ReturnType<typeof useEntry>

/** Keys that have numbers by now are written as their numbers. */
function resolved(draft: Draft, idOf: (key: number) => number | undefined): Draft {
  return { ...draft, after: draft.after.map((id) => idOf(id) ?? id) }
}

function freshDraft({ state }: ActionContext, filters: Filters, after: number | undefined): Draft {
  const { plan } = state
  const task = after === undefined ? undefined : plan.tasks[plan.positions.get(after) ?? -1]
  const type = [...plan.taskTypes.values()]
  const primary = plan.streams.find(({ is_primary }) => is_primary)
  const free = streamsToFill(plan)
  const wanted = [filters.stream?.[0], task?.stream_id, primary?.id]
  const stream = wanted.flatMap((id) => free.find((one) => one.id === id) ?? [])[0] ?? free[0]
  return {
    name: '',
    streamId: stream?.id ?? 0,
    typeId: (type.find((one) => one.default) ?? type.find(({ key }) => key === 'normal') ?? type[0])?.id ?? 0,
    after: after === undefined ? [] : [after],
    duration: null,
    owners: [],
  }
}
