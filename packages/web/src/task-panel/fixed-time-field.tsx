import { Skeleton } from '@mantine/core'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { useWords } from '../language/language.ts'
import type { Instant } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { clockTime, shortDate } from '../time/format.ts'
import classes from './field-row.module.css'
import { FieldRow } from './field-row.tsx'
import type { TaskFieldProps } from './plan-fields.tsx'
import { type FieldSpec, useField } from './use-field.ts'

/** Calendars are loaded when the first date is edited. */
const FixedTimeEditor = part(async () => (await import('./fixed-time-editor.tsx')).FixedTimeEditor)

const specs = {
  start_fixed: specOf('start_fixed'),
  end_fixed: specOf('end_fixed'),
} as const

function specOf(member: 'start_fixed' | 'end_fixed'): FieldSpec<Instant | null> {
  return {
    members: [member],
    read: (task) => task[member],
    write: (value) => ({
      attributes: { [member]: value === null ? null : new Date(value * 1000).toISOString() },
    }),
    patch: (value) => ({ [member]: value }),
  }
}

interface FixedTimeFieldProps extends TaskFieldProps {
  readonly member: keyof typeof specs
  /** Suggested when there is none yet. */
  readonly around: Instant
}

/** The fixed start of a task, or when it is due: a date and a time in the zone of the runbook. */
export function FixedTimeField({ task, details, why, member, around }: FixedTimeFieldProps) {
  const { plan } = useRoomState()
  const { fields } = useWords().task
  const field = useField(specs[member], task, details)
  const zone = plan.runbook.timezone
  const label = member === 'start_fixed' ? fields.fixedStart : fields.due
  const say = (value: Instant | null) =>
    value === null ? fields.empty : `${shortDate(value, zone)}, ${clockTime(value, zone)}`
  return (
    <FieldRow
      label={label}
      field={field}
      reason={why(member)}
      say={say}
      renderText={(value) =>
        value === null ? <span className={classes.quiet}>{fields.empty}</span> : say(value)
      }
      renderControl={(value) => (
        <PartBoundary fallback={<Skeleton height={28} />}>
          <FixedTimeEditor
            label={label}
            value={value}
            around={around}
            zone={zone}
            onType={field.type}
            onLeave={field.commit}
            onCancel={field.cancel}
          />
        </PartBoundary>
      )}
    />
  )
}
