import { Kbd } from '@mantine/core'
import type { ApiError } from '@runsheet/client'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DurationInput } from '../fields/duration-input.tsx'
import type { CommitBy } from '../fields/field.ts'
import { LineInput } from '../fields/line-input.tsx'
import { OwnerInput } from '../fields/owner-input.tsx'
import { PredecessorInput } from '../fields/predecessor-input.tsx'
import { readDuration } from '../fields/read-duration.ts'
import { StreamSelect } from '../fields/stream-select.tsx'
import { TypeSelect } from '../fields/type-select.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import type { Plan } from '../room/plan.ts'
import { lengthOf } from '../time/format.ts'
import { type Column, type ColumnName, planningColumns } from './columns.ts'
import entry from './entry.module.css'
import type { Draft } from './entry-queue.ts'
import { type PlanClock, plannedTime } from './plan-clock.ts'

export const ENTRY_ROW_HEIGHT = 70

interface EntryRowProps {
  readonly draft: Draft
  /** Grows with each saved row: the title begins anew, with the focus. */
  readonly count: number
  readonly index: number
  readonly plan: Plan
  readonly clock: PlanClock
  /** Columns of the list, whose widths it takes; times and float are shown where it shows them. */
  readonly columns: readonly Column[]
  /** The number that it will probably be given. */
  readonly nextId: number
  /** Names of typed tasks that have no number yet. */
  readonly awaited: ReadonlyMap<number, string>
  /** Planned start, seconds since the epoch; NaN when it is not known yet. */
  readonly start: number
  /** The runbook has no tasks yet. */
  readonly isFirst: boolean
  /** Why it was not taken before. */
  readonly refusal: ApiError | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onSave: (draft: Draft, isNextAlone: boolean) => void
  readonly onLeave: () => void
}

const always: readonly ColumnName[] = ['check', 'id', 'type', 'title', 'stream', 'after', 'takes', 'owners']

/** The row in which tasks are typed one after the other, without the mouse and without waiting. */
export function EntryRow(props: EntryRowProps) {
  const { draft, plan, columns, clock } = props
  const words = useWords().list
  const [written, setWritten] = useState('')
  const shown = planningColumns.flatMap((column) => {
    const ofList = columns.find(({ name }) => name === column.name)
    return ofList ?? (always.includes(column.name) ? column : [])
  })
  const template = shown
    .map(({ width }) => (width === 0 ? 'minmax(8rem, 1fr)' : `${width / 16}rem`))
    .join(' ')
  const commit = (change: Partial<Draft>, by: CommitBy) => {
    const next = { ...draft, ...change }
    props.onDraft(next)
    if (by.endsWith('enter') && next.name.trim() !== '') {
      setWritten('')
      props.onSave(next, by === 'shift-enter')
    }
  }
  const onCancel = (by: 'escape' | 'blur') => by === 'escape' && props.onLeave()
  const field = { onCancel, className: entry.field ?? '' }
  const read = readDuration(written)
  const end = props.start + (draft.duration ?? 0)
  const cell = (name: ColumnName) => {
    switch (name) {
      case 'id':
        return <span className={entry.quiet}>{props.nextId}</span>
      case 'type':
        return (
          <span className={entry.type}>
            <TypeSelect
              {...field}
              plan={plan}
              value={draft.typeId}
              label={words.columnNames.type}
              isIcon
              onCommit={(typeId, by) => commit({ typeId }, by)}
            />
          </span>
        )
      case 'title':
        return (
          <LineInput
            {...field}
            key={props.count}
            autoFocus
            mayBeEmpty
            value={draft.name}
            label={words.entry.title}
            placeholder={words.entry.newTask}
            onDraft={(name) => props.onDraft({ ...draft, name: name ?? '' })}
            onCommit={(name, by) => commit({ name }, by)}
          />
        )
      case 'stream':
        return (
          <StreamSelect
            {...field}
            plan={plan}
            value={draft.streamId}
            label={words.columnNames.stream}
            onCommit={(streamId, by) => commit({ streamId }, by)}
          />
        )
      case 'after':
        return (
          <PredecessorInput
            {...field}
            plan={plan}
            awaited={props.awaited}
            value={draft.after}
            label={words.columnNames.after}
            placeholder={words.entry.after}
            onCommit={(after, by) => commit({ after }, by)}
          />
        )
      case 'takes':
        return (
          <DurationInput
            {...field}
            align="right"
            withEcho={false}
            value={draft.duration}
            label={words.columnNames.takes}
            placeholder="–"
            onDraft={(seconds, text) => {
              setWritten(text)
              if (seconds !== undefined) props.onDraft({ ...draft, duration: seconds })
            }}
            onCommit={(duration, by) => commit({ duration }, by)}
          />
        )
      case 'owners':
        return (
          <OwnerInput
            {...field}
            isNarrow
            plan={plan}
            value={draft.owners}
            label={words.columnNames.owners}
            placeholder={words.entry.owner}
            onCommit={(owners, by) => commit({ owners }, by)}
          />
        )
      case 'start':
        return (
          <span className={entry.quiet}>
            {Number.isNaN(props.start) ? '' : plannedTime(props.start, clock)}
          </span>
        )
      case 'end':
        return <span className={entry.quiet}>{Number.isNaN(end) ? '' : plannedTime(end, clock)}</span>
      default:
        return null
    }
  }
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-label={words.entry.label}
      className={entry.row}
      style={{ height: ENTRY_ROW_HEIGHT }}
      data-entry
    >
      <div className={entry.cells} style={{ gridTemplateColumns: template }} role="presentation">
        {shown.map(({ name, isRight }) => (
          <div key={name} role="gridcell" className={isRight ? entry.right : entry.cell} data-cell={name}>
            {cell(name)}
          </div>
        ))}
      </div>
      <div className={entry.hints} role="gridcell" aria-colspan={shown.length}>
        {props.refusal === undefined ? (
          <>
            {props.isFirst ? (
              <>
                <span>{words.entry.firstTask}</span>
                <Link to="/import" search={{ runbook: String(plan.runbook.id) }} className={entry.link}>
                  {words.entry.orDrop}
                </Link>
              </>
            ) : (
              <>
                <span>
                  <Kbd>Enter</Kbd> {words.entry.saveNext}
                </span>
                <span className={entry.less}>
                  <Kbd>Shift Enter</Kbd> {words.entry.withoutAfter}
                </span>
              </>
            )}
            <span>
              <Kbd>Tab</Kbd> {words.entry.nextField}
            </span>
            {!props.isFirst && (
              <span>
                <Kbd>Esc</Kbd> {words.entry.leave}
              </span>
            )}
          </>
        ) : (
          <span className={entry.problem} role="alert">
            <RefusalWords error={props.refusal} />
          </span>
        )}
        <span className={entry.grow} />
        {read.kind === 'length' && (
          <span className={entry.echo} role="status">
            {`${written.trim()} → ${lengthOf(read.seconds)}`}
          </span>
        )}
      </div>
    </div>
  )
}
