import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { formatDuration, parseDuration } from '@runsheet/domain'
import { useMemo, useState } from 'react'
import { useWords } from '../language/language.ts'
import type { Runbook } from '../room/plan.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { instantOfText, wallText } from '../time/zone.ts'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'
import { linesOfHtml, writtenAsHtml } from './written.ts'

const OPTIONS_SHOWN = 50

/** What the fields of the dialog hold, as text. */
interface Draft {
  readonly name: string
  readonly description: string
  readonly timezone: string
  readonly start: string
  readonly shifts: boolean
  readonly rto: string
  readonly rtoFrom: string | null
  readonly rtoTo: string | null
}

function draftOf(runbook: Runbook): Draft {
  const { start_scheduled: start, timezone, rto } = runbook
  const id = (value: number | null) => (value === null ? null : String(value))
  return {
    name: runbook.name,
    description: linesOfHtml(runbook.description ?? ''),
    timezone,
    start: start === null ? '' : wallText(start, timezone),
    shifts: false,
    rto: rto === null ? '' : formatDuration(rto),
    rtoFrom: id(runbook.rto_start_task_id),
    rtoTo: id(runbook.rto_end_task_id),
  }
}

/** Name, times and objective of the runbook. Only what was changed is sent. */
export function EditRunbookDialog() {
  const { dialogs, app } = useWords()
  const words = dialogs.edit
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const { runbook, tasks } = plan
  const [before] = useState(() => draftOf(runbook))
  const [draft, setDraft] = useState(before)
  const { submit, isSending, error } = useSubmit()
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const rto = draft.rto.trim() === '' ? null : parseDuration(draft.rto)
  const start = draft.start === '' ? null : instantOfText(draft.start, draft.timezone)
  const isPlanning = runbook.stage === 'planning'
  const options = useMemo(
    () => tasks.map(({ id, name }) => ({ value: String(id), label: `#${id} ${name}` })),
    [tasks],
  )
  const zones = useMemo(
    () => [...new Set(['UTC', runbook.timezone, ...Intl.supportedValuesOf('timeZone')])],
    [runbook],
  )
  const differs = (name: keyof Draft) => draft[name] !== before[name]
  const ref = (id: string | null) => (id === null ? null : ({ type: 'task', id } as const))
  const save = () => {
    if (rto === undefined || start === undefined) return
    const movesStart = isPlanning && (differs('start') || (differs('timezone') && start !== null))
    void submit('updateRunbook', {
      params: { id: runbookId },
      attributes: {
        ...(differs('name') ? { name: draft.name.trim() } : {}),
        ...(differs('description')
          ? { description: draft.description.trim() === '' ? null : writtenAsHtml(draft.description) }
          : {}),
        ...(differs('timezone') ? { timezone: draft.timezone } : {}),
        ...(movesStart
          ? { start_scheduled: start === null ? null : new Date(start * 1000).toISOString() }
          : {}),
        ...(differs('rto') ? { rto } : {}),
      },
      relationships: {
        ...(differs('rtoFrom') ? { rto_start_task: ref(draft.rtoFrom) } : {}),
        ...(differs('rtoTo') ? { rto_end_task: ref(draft.rtoTo) } : {}),
      },
      meta: { shift_fixed_times: draft.shifts },
    })
  }
  const choice = { searchable: true, limit: OPTIONS_SHOWN, comboboxProps: { withinPortal: true } } as const
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      keep={app.cancel}
      isBlocked={draft.name.trim() === '' || rto === undefined || start === undefined}
      isSending={isSending}
      error={error}
      onConfirm={save}
    >
      <div className={classes.fields}>
        <TextInput
          label={words.name}
          value={draft.name}
          maxLength={255}
          required
          data-autofocus
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Textarea
          label={words.description}
          value={draft.description}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            type="datetime-local"
            label={words.start}
            description={isPlanning ? words.startWhat(draft.timezone) : words.locked}
            disabled={!isPlanning}
            value={draft.start}
            error={start === undefined && words.badTime}
            onChange={(event) => set({ start: event.currentTarget.value })}
          />
          <Select
            {...choice}
            label={words.timezone}
            description={'\u00a0'}
            data={zones}
            allowDeselect={false}
            value={draft.timezone}
            onChange={(zone) => set({ timezone: zone ?? draft.timezone })}
          />
        </div>
        {isPlanning && differs('start') && (
          <Checkbox
            size="xs"
            label={words.shift}
            checked={draft.shifts}
            onChange={(event) => set({ shifts: event.currentTarget.checked })}
          />
        )}
        <TextInput
          label={words.rto}
          description={words.rtoWhat}
          value={draft.rto}
          error={rto === undefined && words.badDuration}
          onChange={(event) => set({ rto: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <Select
            {...choice}
            label={words.rtoFrom}
            data={options}
            clearable
            value={draft.rtoFrom}
            onChange={(rtoFrom) => set({ rtoFrom })}
          />
          <Select
            {...choice}
            label={words.rtoTo}
            data={options}
            clearable
            value={draft.rtoTo}
            onChange={(rtoTo) => set({ rtoTo })}
          />
        </div>
      </div>
    </DialogFrame>
  )
}
