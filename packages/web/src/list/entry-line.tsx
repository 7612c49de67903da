import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import type { Column } from './columns.ts'
import { ENTRY_ROW_HEIGHT, EntryRow } from './entry-row.tsx'
import { ENTRY_ITEM, numberOf } from './list-items.ts'
import { PendingRow } from './pending-row.tsx'
import type { PlanClock } from './plan-clock.ts'
import { REFUSAL_ROW_HEIGHT } from './refusal-row.tsx'
import type { Entry } from './use-entry.ts'

interface EntryLineProps {
  readonly item: string
  readonly index: number
  readonly typed: Entry
  readonly plan: Plan
  readonly schedule: Schedule
  readonly clock: PlanClock
  readonly columns: readonly Column[]
  readonly rowHeight: number
  readonly onLeave: () => void
}

export const isEntryLine = (item: string) => item === ENTRY_ITEM || item.startsWith('pending:')

/** Height of a line of the list that is no task. */
export const lineHeight = (item: string, rowHeight: number) =>
  item === ENTRY_ITEM ? ENTRY_ROW_HEIGHT : item.startsWith('pending:') ? rowHeight : REFUSAL_ROW_HEIGHT

/** The row in which tasks are typed, or one of those that are on their way. */
export function EntryLine({
  item,
  index,
  typed,
  plan,
  schedule,
  clock,
  columns,
  rowHeight,
  onLeave,
}: EntryLineProps) {
  if (item !== ENTRY_ITEM) {
    const pending = typed.pending.find(({ key }) => key === numberOf(item))
    return pending ? (
      <PendingRow
        pending={pending}
        index={index}
        height={rowHeight}
        onCorrect={typed.correct}
        onLeaveOut={typed.leaveOut}
      />
    ) : null
  }
  if (!typed.entry) return null
  const { draft, correcting } = typed.entry
  const ends = draft.after.map((id) => schedule.times.end[plan.positions.get(id) ?? -1] ?? Number.NaN)
  return (
    <EntryRow
      draft={draft}
      count={typed.count}
      index={index}
      plan={plan}
      clock={clock}
      columns={columns}
      nextId={(plan.tasks.at(-1)?.id ?? 0) + typed.pending.length + 1}
      awaited={typed.awaited}
      start={ends.length === 0 ? schedule.start : Math.max(...ends)}
      isFirst={typed.isFirst}
      refusal={correcting?.refusal}
      onDraft={typed.setDraft}
      onSave={typed.save}
      onLeave={() => {
        typed.leave()
        onLeave()
      }}
    />
  )
}
