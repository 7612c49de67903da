import { Tooltip } from '@mantine/core'
import type { ApiError } from '@runsheet/client'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { taskLook } from '../room/look.ts'
import type { Task } from '../room/plan.ts'
import { mayWithTask } from '../room/rights.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamTag } from '../signs/stream-tag.tsx'
import { useMinute } from '../time/use-clock.ts'
import { AddLink } from './add-link.tsx'
import { changeLinks } from './change-links.ts'
import classes from './dependencies.module.css'
import rowClasses from './field-row.module.css'
import type { Direction } from './link-candidates.ts'
import { planClock } from './plan-clock.ts'
import { taskFacts } from './task-facts.ts'
import panelClasses from './task-panel.module.css'

interface DependenciesProps {
  readonly task: Task
  readonly at: number
  readonly why: (member: string) => string | undefined
}

/** Longer lists are cut until they are asked for. */
const SHOWN = 8

/** What a task waits for, and what waits for it. */
export function Dependencies({ task, at, why }: DependenciesProps) {
  const { plan, schedule } = useRoomState()
  const { panel } = useWords().task
  const facts = taskFacts(plan, schedule, task.id, schedule.asOf)
  if (!facts) return null
  const { before, after, holds } = facts
  const done = before.filter((position) => plan.tasks[position]?.stage === 'complete').length
  const progress =
    before.length === 0 || plan.run === null
      ? undefined
      : done === before.length
        ? panel.allDone(done)
        : panel.someDone(done, before.length)
  const count =
    after.length === 0
      ? undefined
      : holds > after.length
        ? panel.inTheEnd(after.length, holds)
        : panel.tasks(after.length)
  return (
    <section className={panelClasses.section}>
      <Links
        title={panel.waitsFor}
        note={progress}
        empty={panel.noneBefore}
        addName={panel.addBefore}
        positions={before}
        direction="before"
        task={task}
        at={at}
        reason={why('predecessors')}
      />
      <Links
        title={panel.followedBy}
        note={count}
        empty={panel.noneAfter}
        addName={panel.addAfter}
        positions={after}
        direction="after"
        task={task}
        at={at}
        reason={why('successors')}
      />
    </section>
  )
}

interface LinksProps {
  readonly title: string
  readonly note: ReactNode
  readonly empty: string
  readonly addName: string
  readonly positions: readonly number[]
  readonly direction: Direction
  readonly task: Task
  readonly at: number
  /** Why they cannot be changed now; undefined when they can. */
  readonly reason: string | undefined
}

function Links({ title, note, empty, addName, positions, direction, task, at, reason }: LinksProps) {
  const room = useRoom()
  const queries = useQueryClient()
  const { plan } = useRoomState()
  const { panel } = useWords().task
  const [isAdding, setAdding] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const [error, setError] = useState<ApiError | undefined>(undefined)
  const isFixed = reason !== undefined
  const change = async (otherId: number, isLinked: boolean) => {
    setError(undefined)
    const other = plan.tasks[plan.positions.get(otherId) ?? -1]
    if (!other) return
    const [follower, leader] = direction === 'before' ? [task, other] : [other, task]
    setError(await changeLinks(room, queries, follower, leader.id, isLinked))
  }
  const mayLink = (position: number) => {
    const other = plan.tasks[position]
    return direction === 'before' || (other !== undefined && mayWithTask(plan, 'task.update', other))
  }
  const shown = isWhole ? positions : positions.slice(0, SHOWN)
  return (
    <div className={classes.links}>
      <div className={panelClasses.title}>
        <Tooltip label={reason} disabled={!isFixed} multiline maw={320}>
          <h3>{title}</h3>
        </Tooltip>
        {note && <span>{note}</span>}
        {!isFixed && (
          <button type="button" className={classes.add} aria-label={addName} onClick={() => setAdding(true)}>
            <Icon name="plus" size={12} />
            {panel.add}
          </button>
        )}
      </div>
      {positions.length === 0 && !isAdding && <p className={classes.none}>{empty}</p>}
      <ul className={classes.list}>
        {shown.map((position) => (
          <LinkedTask
            key={position}
            position={position}
            direction={direction}
            onRemove={isFixed || !mayLink(position) ? undefined : (id) => void change(id, false)}
          />
        ))}
      </ul>
      {shown.length < positions.length && (
        <button type="button" className={panelClasses.fold} onClick={() => setWhole(true)}>
          {panel.tasks(positions.length)} …
        </button>
      )}
      {isAdding && (
        <AddLink
          at={at}
          direction={direction}
          onAdd={(id) => void change(id, true)}
          onClose={() => setAdding(false)}
        />
      )}
      {error && (
        <div className={rowClasses.refusal} role="alert">
          <Icon name="warn" size={14} />
          <span>
            <RefusalWords error={error} />
          </span>
        </div>
      )}
    </div>
  )
}

interface LinkedTaskProps {
  readonly position: number
  readonly direction: Direction
  readonly onRemove: ((taskId: number) => void) | undefined
}

/** One task on the other side of a link: when it ended or ends, or when it starts. */
function LinkedTask({ position, direction, onRemove }: LinkedTaskProps) {
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const { panel, stages } = useWords().task
  const { openTask } = useRunbookAddress()
  const task = plan.tasks[position]
  if (!task) return null
  const { times } = schedule
  const instant = (direction === 'before' ? times.end : times.start)[position] ?? 0
  const look = taskLook(plan, schedule, position, Math.max(minute, schedule.asOf))
  return (
    <li className={classes.task}>
      <button type="button" className={classes.open} onClick={() => openTask(task.id)}>
        <StageGlyph of={look} size={16} />
        <span className={classes.id}>#{task.id}</span>
        <span className={classes.name}>{task.name}</span>
        <span className={panelClasses.hidden}>
          {look.look === 'skipped' || look.look === 'abandoned' ? stages[look.look] : stages[task.stage]}
        </span>
        <StreamTag of={streamSigns(plan.streams).get(task.stream_id)} withName={false} />
        <span className={classes.time}>{planClock(plan, schedule).time(instant)}</span>
      </button>
      {onRemove && (
        <button
          type="button"
          className={classes.remove}
          aria-label={panel.remove(task.id)}
          onClick={() => onRemove(task.id)}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </li>
  )
}
