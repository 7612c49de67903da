import { Switch } from '@mantine/core'
import { useState } from 'react'
import { Loud } from '../clock-band/loud.tsx'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { useFindings } from '../runbook/use-findings.ts'
import { lengthOf, shownMinute, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { Choice } from './choice.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { FindingsList } from './findings-list.tsx'
import { useSubmit } from './use-submit.ts'

type Kind = 'rehearsal' | 'live'
type Messages = 'off' | 'test' | 'on'

/** Starts a run: which kind, who is written to, from when lateness counts, and what stands against it. */
export function StartRunDialog() {
  const { dialogs, run } = useWords()
  const words = dialogs.start
  const { runbookId } = useRoom()
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const [kind, setKind] = useState<Kind | undefined>(undefined)
  const [messages, setMessages] = useState<Messages>('off')
  const [rebaseline, setRebaseline] = useState(true)
  const [shifts, setShifts] = useState(false)
  const { submit, isSending, error } = useSubmit()
  const choice = { rebaseline, shift_fixed_times: shifts }
  const { data: findings, isError } = useFindings(runbookId, plan.seq, choice)
  const { runbook, tasks } = plan
  const zone = runbook.timezone
  const length = schedule.end - schedule.start
  const end = timeWithDay(minute + length, zone, minute)
  const problems = (findings?.errorCount ?? 0) + (tasks.length === 0 ? 1 : 0)
  const confirm =
    kind === 'live' ? words.startLive : kind === 'rehearsal' ? words.startRehearsal : words.start
  return (
    <DialogFrame
      title={words.title(runbook.name)}
      confirm={problems > 0 ? words.problemsLeft(problems) : confirm}
      confirmIcon="play"
      keep={run.notYet}
      foot={kind === undefined ? words.chooseKind : words.everyoneSees}
      isBlocked={kind === undefined || problems > 0}
      isSending={isSending}
      error={error}
      onConfirm={() =>
        kind &&
        void submit('startRunbook', {
          params: { id: runbookId },
          meta: { run_type: kind, comms: messages, rebaseline, shift_fixed_times: shifts },
        })
      }
    >
      <p className={classes.lead}>
        {words.summary(tasks.length, lengthOf(length))} <Loud text={words.startedNow(end)} loud={end} />
      </p>
      <Choice
        label={words.kind}
        isFirst
        isCards
        value={kind}
        onChange={setKind}
        options={[
          { value: 'rehearsal', name: words.rehearsal, what: words.rehearsalWhat },
          { value: 'live', name: words.live, what: words.liveWhat },
        ]}
      />
      <Choice
        label={words.messages}
        value={messages}
        onChange={setMessages}
        options={[
          { value: 'off', name: words.off, what: words.offWhat },
          { value: 'test', name: words.test, what: words.testWhat },
          { value: 'on', name: words.on, what: words.onWhat(plan.people.size) },
        ]}
      />
      <p className={classes.small}>{words.messagesKept}</p>
      <div className={classes.switches}>
        <SwitchLine
          name={words.rebaseline}
          what={useBaselineSentence(rebaseline, minute)}
          isOn={rebaseline}
          onChange={setRebaseline}
        />
        <SwitchLine
          name={words.shift}
          what={useShiftSentence(shifts, minute)}
          isOn={shifts}
          onChange={setShifts}
        />
      </div>
      <FindingsList findings={findings} hasFailed={isError} hasNoTasks={tasks.length === 0} />
    </DialogFrame>
  )
}

interface SwitchLineProps {
  readonly name: string
  readonly what: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function SwitchLine({ name, what, isOn, onChange }: SwitchLineProps) {
  return (
    <Switch
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={<span className={classes.switchName}>{name}</span>}
      description={what}
      withThumbIndicator={false}
      classNames={{ description: classes.small ?? '' }}
    />
  )
}

/** What “plan from now” means today: “It is 02:03, the plan says 02:00. …” */
function useBaselineSentence(rebaseline: boolean, minute: number): string {
  const { dialogs, clock } = useWords()
  const { plan, schedule } = useRoomState()
  const zone = plan.runbook.timezone
  const now = timeWithDay(minute, zone, minute)
  const planned = timeWithDay(schedule.start, zone, minute)
  const late = shownMinute(minute) - shownMinute(schedule.start)
  if (late === 0) return dialogs.start.rebaselineSame(now)
  if (rebaseline) return dialogs.start.rebaselineOn(now, planned)
  const amount = lengthOf(Math.abs(late) * 60)
  return dialogs.start.rebaselineOff(now, planned, late > 0 ? clock.late(amount) : clock.early(amount))
}

/** What becomes of the fixed times: “One task has a fixed time: #46, 02:30. It stays.” */
function useShiftSentence(shifts: boolean, minute: number): string {
  const { dialogs } = useWords()
  const words = dialogs.start
  const { plan, schedule } = useRoomState()
  const zone = plan.runbook.timezone
  const fixed = plan.tasks.filter(({ start_fixed, end_fixed }) => start_fixed !== null || end_fixed !== null)
  const [first] = fixed
  if (!first) return words.shiftNone
  const by = minute - schedule.start
  if (fixed.length > 1)
    return shifts
      ? words.shiftAllMove(fixed.length, lengthOf(Math.abs(by)))
      : words.shiftAllStay(fixed.length)
  const before = first.start_fixed ?? first.end_fixed ?? 0
  const shown = timeWithDay(before, zone, minute)
  return shifts
    ? words.shiftMoves(first.id, shown, timeWithDay(before + by, zone, minute))
    : words.shiftStays(first.id, shown)
}
