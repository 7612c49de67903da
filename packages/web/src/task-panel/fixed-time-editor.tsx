import { Button } from '@mantine/core'
import { DateInput, DatesProvider } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/de'
import { useState } from 'react'
import { currentLanguage, useWords } from '../language/language.ts'
import type { Instant } from '../room/plan.ts'
import { instantOfText, readTime, wallText } from '../time/zone.ts'
import { EditGroup } from './edit-group.tsx'
import classes from './field-row.module.css'

interface FixedTimeEditorProps {
  readonly label: string
  readonly value: Instant | null
  readonly around: Instant
  readonly zone: string
  readonly onType: (value: Instant | null) => void
  readonly onLeave: (value: Instant | null) => void
  readonly onCancel: () => void
}

/** A date and a time in a zone; an instant as soon as both are understood. */
export function FixedTimeEditor({
  label,
  value,
  around,
  zone,
  onType,
  onLeave,
  onCancel,
}: FixedTimeEditorProps) {
  const { fields } = useWords().task
  const [today = '', presentTime = ''] = wallText(value ?? around, zone).split('T')
  const shown = { date: today, time: presentTime }
  const [date, setDate] = useState<string | null>(value === null ? null : shown.date)
  const [time, setTime] = useState(value === null ? '' : shown.time)
  const clock = time.trim() === '' ? shown.time : readTime(time)
  const meantBy = (day: string | null, hours: string | undefined): Instant | null | undefined =>
    day === null ? null : hours === undefined ? undefined : instantOfText(`${day}T${hours}`, zone)
  const change = (day: string | null, text: string) => {
    setDate(day)
    setTime(text)
    const meant = meantBy(day, text.trim() === '' ? shown.time : readTime(text))
    if (meant !== undefined) onType(meant)
  }
  const leave = () => {
    const meant = meantBy(date, clock)
    if (meant !== undefined) onLeave(meant)
  }
  return (
    <EditGroup label={label} onLeave={leave} onCancel={onCancel}>
      <DatesProvider settings={{ locale: currentLanguage(), firstDayOfWeek: 1, weekendDays: [] }}>
        <DateInput
          className={classes.date ?? ''}
          size="xs"
          aria-label={fields.date}
          placeholder={shown.date}
          valueFormat="DD MMM YYYY"
          value={date}
          defaultDate={shown.date}
          clearable
          // Upwards: what the server says of it stands beneath.
          popoverProps={{ position: 'top-start' }}
          onChange={(day) => change(day, day !== null && time === '' ? shown.time : time)}
        />
      </DatesProvider>
      <input
        className={`${classes.select} ${classes.time}`}
        aria-label={fields.time}
        aria-invalid={clock === undefined}
        placeholder={shown.time}
        value={time}
        onChange={(event) => change(date ?? shown.date, event.currentTarget.value)}
      />
      <span className={classes.quiet}>{clock === undefined ? fields.badTime : zone}</span>
      {value !== null && (
        <Button variant="subtle" color="gray" h={26} onClick={() => onLeave(null)}>
          {fields.clear}
        </Button>
      )}
    </EditGroup>
  )
}
