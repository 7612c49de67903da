import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer } from 'react'
import { useWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { type FieldEvent, type FieldState, fieldAfter } from './field-state.ts'
import { saveTask, type TaskWrite } from './save-task.ts'
import type { TaskDetails } from './use-task-details.ts'

/** A member of a task that is edited in place: where it is read, and how it is written. */
export interface FieldSpec<V> {
  /** Its names in events, for telling who changed it. */
  readonly members: readonly string[]
  readonly read: (task: Task, details: TaskDetails | undefined) => V
  readonly write: (value: V, task: Task) => TaskWrite
  /** What the task is taken for until the server answers. */
  readonly patch?: (value: V) => Partial<Task>
  readonly isSame?: (one: V, other: V) => boolean
}

export interface Field<V> {
  readonly state: FieldState<V>
  /** What is shown when the field is not open. */
  readonly shown: V
  /** Who changed it last, where the live stream told. */
  readonly changedBy: string
  readonly open: () => void
  readonly type: (draft: V) => void
  /** Leaves the field: saves at once when something changed. */
  readonly commit: (value: V) => void
  readonly cancel: () => void
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Milliseconds for which "Saved" stands. */
const SAVED_MS = 2_000

const areSame = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** One field of a task, from touching it to having it saved; see `fieldAfter`. */
export function useField<V>(spec: FieldSpec<V>, task: Task, details: TaskDetails | undefined): Field<V> {
  const room = useRoom()
  const { events, plan } = useRoomState()
  const queries = useQueryClient()
  const { fields } = useWords().task
  const isSame = spec.isSame ?? areSame
  const [state, send] = useReducer(
    (before: FieldState<V>, event: FieldEvent<V>) => fieldAfter(before, event, isSame),
    { kind: 'rest' } as FieldState<V>,
  )
  const value = spec.read(task, details)
  const key = JSON.stringify(value)
  // The value may be made anew each time: its text tells whether it is another one.
  useEffect(() => send({ kind: 'changed', value: JSON.parse(key) as V }), [key])
  useEffect(() => {
    if (state.kind !== 'saved') return
    const timer = setTimeout(() => send({ kind: 'close' }), SAVED_MS)
    return () => clearTimeout(timer)
  }, [state])

  const save = async (draft: V, base: V) => {
    send({ kind: 'send', draft })
    const isBase = (fresh: TaskDetails) => isSame(spec.read(fresh.task, fresh), base)
    const outcome = await saveTask(
      room,
      queries,
      task.id,
      spec.write(draft, task),
      spec.patch?.(draft),
      isBase,
    )
    if (outcome.kind === 'done') send({ kind: 'done' })
    else if (outcome.kind === 'refused') send({ kind: 'refuse', error: outcome.error })
    else send({ kind: 'clash', theirs: spec.read(outcome.fresh.task, outcome.fresh) })
  }

  const last = events.findLast(({ things }) =>
    things.some(
      ({ type, id, changes }) =>
        type === 'task' && Number(id) === task.id && spec.members.some((member) => changes[member]),
    ),
  )
  const changedBy = plan.people.get(Number(last?.actor))?.name ?? fields.somebody
  return {
    state,
    shown: state.kind === 'sending' || state.kind === 'saved' ? state.draft : value,
    changedBy,
    open: useCallback(() => send({ kind: 'touch', value }), [value]),
    type: (draft) => send({ kind: 'type', draft }),
    commit(draft) {
      if (state.kind === 'conflict') send({ kind: 'type', draft })
      else if (state.kind === 'open' || state.kind === 'refused') {
        if (isSame(draft, state.base)) send({ kind: 'close' })
        else void save(draft, state.base)
      }
    },
    cancel() {
      if (state.kind === 'open' || state.kind === 'refused') send({ kind: 'close' })
    },
    keepMine() {
      if (state.kind !== 'conflict') return
      const { draft, theirs } = state
      send({ kind: 'keep_mine' })
      void save(draft, theirs)
    },
    takeTheirs: () => send({ kind: 'close' }),
  }
}
