import { Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { Icon } from '../design/icons.tsx'
import { openDialog } from '../dialogs/dialog-store.ts'
import { DurationInput } from '../fields/duration-input.tsx'
import { OwnerInput } from '../fields/owner-input.tsx'
import { PredecessorInput } from '../fields/predecessor-input.tsx'
import { StreamSelect } from '../fields/stream-select.tsx'
import { TypeSelect } from '../fields/type-select.tsx'
import { useWords } from '../language/language.ts'
import type { Party, Task } from '../room/plan.ts'
import bar from './selection-bar.module.css'
import { type BulkProgress, changeTasks, type TaskChange } from './task-writes.ts'

const parts = ['stream', 'takes', 'owners', 'after', 'type'] as const
type Part = (typeof parts)[number]

interface SelectionBarProps {
  readonly context: ActionContext
  readonly mayEdit: boolean
  /** A field of the bar was left: the list gets the focus back. */
  readonly onDone: () => void
}

/** What can be done with all chosen tasks at once. */
export function SelectionBar({ context, mayEdit, onDone }: SelectionBarProps) {
  const { list } = useWords()
  const { ui, hand, room, state } = context
  const { plan } = state
  const [open, setOpen] = useState<Part | null>(null)
  const [progress, setProgress] = useState<BulkProgress | undefined>(undefined)
  const chosen = [...hand.selected].filter((id) => plan.positions.has(id))
  const isBusy = progress !== undefined && progress.done < progress.all && !progress.stopped
  const task = (id: number) => plan.tasks[plan.positions.get(id) ?? -1]

  const close = () => {
    setOpen(null)
    onDone()
  }
  const apply = (changeOf: (task: Task) => TaskChange) => {
    close()
    if (chosen.length === 0) return
    void changeTasks(
      room,
      chosen,
      (id) => {
        const one = task(id)
        return one && changeOf(one)
      },
      setProgress,
    )
  }
  const field = {
    autoFocus: true,
    plan,
    onCancel: (by: 'escape' | 'blur') => (by === 'escape' ? close() : setOpen(null)),
  }
  const first = chosen[0] === undefined ? undefined : task(chosen[0])
  const fields: Record<Part, ReactNode> = {
    stream: (
      <StreamSelect
        {...field}
        label={list.bar.stream}
        value={first?.stream_id ?? 0}
        onCommit={(stream_id) => apply(() => ({ stream_id }))}
      />
    ),
    takes: (
      <DurationInput
        {...field}
        label={list.bar.takes}
        value={first?.duration ?? null}
        onCommit={(duration) => apply(() => ({ duration }))}
      />
    ),
    owners: (
      <OwnerInput
        {...field}
        label={list.bar.addOwners}
        value={[]}
        onCommit={(added) =>
          added.length === 0 ? close() : apply(({ assignees }) => ({ assignees: joined(assignees, added) }))
        }
      />
    ),
    after: (
      <PredecessorInput
        {...field}
        label={list.bar.after}
        value={[]}
        onCommit={(added) =>
          added.length === 0
            ? close()
            : apply(({ id, predecessors }) => ({
                predecessors: [...new Set([...predecessors, ...added.filter((before) => before !== id)])],
              }))
        }
      />
    ),
    type: (
      <TypeSelect
        {...field}
        label={list.bar.type}
        value={first?.task_type_id ?? 0}
        onCommit={(task_type_id) => apply(() => ({ task_type_id }))}
      />
    ),
  }
  return (
    <div className={bar.bar} role="toolbar" aria-label={list.bar.selected(chosen.length)}>
      <span className={bar.count} role="status">
        {isBusy ? list.bar.progress(progress.done, progress.all) : list.bar.selected(chosen.length)}
      </span>
      {progress?.stopped && (
        <span className={bar.stopped} role="alert">
          {list.bar.stopped(progress.stopped.taskId, progress.stopped.reason)}
        </span>
      )}
      {mayEdit &&
        parts.map((part) => (
          <Popover
            key={part}
            opened={open === part}
            onChange={() => setOpen(null)}
            position="top"
            offset={12}
            width={280}
            closeOnClickOutside={false}
            transitionProps={{ duration: 0 }}
          >
            <Popover.Target>
              <button
                type="button"
                className={bar.button}
                disabled={isBusy}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setProgress(undefined)
                  setOpen(open === part ? null : part)
                }}
              >
                {list.bar[part]}
              </button>
            </Popover.Target>
            <Popover.Dropdown className={bar.drop}>{fields[part]}</Popover.Dropdown>
          </Popover>
        ))}
      {mayEdit && (
        <>
          <span className={bar.line} />
          <button
            type="button"
            className={`${bar.button} ${bar.delete}`}
            disabled={isBusy}
            onClick={() => openDialog({ kind: 'delete_tasks', taskIds: chosen })}
          >
            <Icon name="trash" size={13} />
            {list.bar.delete}
          </button>
        </>
      )}
      <button
        type="button"
        className={bar.button}
        aria-label={list.bar.clear}
        title={list.bar.clear}
        onClick={() => {
          ui.set({ selected: new Set() })
          onDone()
        }}
      >
        <Icon name="close" size={13} />
      </button>
    </div>
  )
}

function joined(before: readonly Party[], added: readonly Party[]): readonly Party[] {
  const isThere = new Set(before.map(({ type, id }) => `${type}-${id}`))
  return [...before, ...added.filter(({ type, id }) => !isThere.has(`${type}-${id}`))]
}
