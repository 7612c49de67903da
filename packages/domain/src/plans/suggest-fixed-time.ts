import type { Mend } from './mend.ts'
import type { MendContext, RowProblem } from './mend-context.ts'
import { dayAfterStart, type MendedCell, mendDate, mendTime, mendZone } from './mend-fixed-time.ts'

/** A date, time or zone that cannot be read, or one without the other: what it surely means, or no fixed time. */
export function suggestForFixedTime(
  found: RowProblem,
  which: 'start_fixed' | 'end_fixed',
  context: MendContext,
): Mend[] {
  const { line } = found
  const dateColumn = context.column(`${which}_date`)
  const timeColumn = context.column(`${which}_time`)
  const leaveOut: Mend = {
    kind: 'leave_empty',
    line,
    columns: [dateColumn, timeColumn].flatMap((column) => column ?? []),
  }
  const column = found.code === 'blank' ? (dateColumn ?? timeColumn) : found.column
  const mended = found.code === 'blank' ? withDay() : repaired(found, context)
  if (!mended || column === undefined) return [leaveOut]

  const at = (other: number | undefined) => (other === column ? mended.value : context.cell(line, other))
  const before = context.dates.read(context.cell(line, dateColumn), context.cell(line, timeColumn))
  const after = context.dates.read(at(dateColumn), at(timeColumn))
  const isSame =
    'cell' in before && 'cell' in after && before.cell === after.cell && before.fault === after.fault
  return isSame ? [leaveOut] : [{ kind: 'use_value', line, column, ...mended }, leaveOut]

  function withDay(): MendedCell | undefined {
    const time = context.cell(line, timeColumn)
    const start = context.options.startScheduled
    if (time === '' || !start || context.cell(line, dateColumn) !== '') return undefined
    const day = dayAfterStart(time, start, context.dates.read)
    if (day === undefined) return undefined
    return { value: dateColumn === undefined ? `${day} ${time}` : day, reason: 'after_start' }
  }
}

function repaired({ value, about }: RowProblem, { dates }: MendContext): MendedCell | undefined {
  if (about['expected'] === 'a date') return mendDate(value, dates.order)
  return about['expected'] === 'a time' ? mendTime(value) : mendZone(value)
}
