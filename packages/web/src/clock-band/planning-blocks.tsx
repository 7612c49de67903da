import { useMemo } from 'react'
import { WhoRuns } from '../access/who-runs.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { RoomState } from '../room/room-state.ts'
import { plannedDuration } from '../room/schedule.ts'
import { type FindingGroup, groupFindings } from '../runbook/findings.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { useFindings } from '../runbook/use-findings.ts'
import { lengthLeft, lengthOf, lengthPassed, shortDate, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { Block } from './block.tsx'
import classes from './clock-band.module.css'

/** How long the plan takes. */
export function LengthBlock({ state: { plan, schedule } }: { state: RoomState }) {
  const { clock } = useWords()
  const isEmpty = plan.tasks.length === 0
  return (
    <Block label={isEmpty ? clock.noTasks : clock.plannedLength}>
      <div className={classes.clock}>{isEmpty ? '–' : lengthOf(schedule.end - schedule.start)}</div>
    </Block>
  )
}

/** For when the start is scheduled, in the zone of the runbook, and how far off that is. */
export function StartBlock({ state: { plan, schedule } }: { state: RoomState }) {
  const { clock, time } = useWords()
  const minute = useMinute()
  const { timezone: zone, start_scheduled: start, auto_start } = plan.runbook
  if (start === null)
    return (
      <Block label={clock.scheduledStart}>
        <div className={classes.figureRow}>
          <span className={`${classes.figure} ${classes.dimmed}`}>{clock.notScheduled}</span>
        </div>
        <div className={classes.below}>{clock.startsAny}</div>
      </Block>
    )
  const away = start - minute
  const below = [
    zone,
    clock.ends(timeWithDay(schedule.end, zone, start)),
    away >= 60 ? time.in(lengthLeft(away)) : away <= -60 ? time.ago(lengthPassed(-away)) : time.now,
    auto_start ? clock.startsByItself : '',
  ]
  return (
    <Block label={clock.scheduledStart}>
      <div className={classes.figureRow}>
        <span
          className={classes.figure}
        >{`${shortDate(start, zone)}, ${timeWithDay(start, zone, start)}`}</span>
      </div>
      <div className={classes.below}>{below.filter(Boolean).join(' · ')}</div>
    </Block>
  )
}

/** How many tasks decide the end, and the longest of them. */
export function CriticalBlock({ state: { plan, schedule } }: { state: RoomState }) {
  const { clock } = useWords()
  const { count, longest } = useMemo(() => {
    let found = 0
    let long = -1
    const lengthAt = (at: number) => {
      const task = plan.tasks[at]
      return task ? plannedDuration(task, plan.taskTypes) : 0
    }
    for (let at = 0; at < plan.tasks.length; at += 1) {
      if (schedule.times.critical[at] !== 1) continue
      found += 1
      if (long < 0 || lengthAt(at) > lengthAt(long)) long = at
    }
    const task = plan.tasks[long]
    return { count: found, longest: task ? { name: task.name, length: lengthAt(long) } : undefined }
  }, [plan.tasks, plan.taskTypes, schedule])
  return (
    <Block label={clock.criticalPath} isOptional>
      <div className={classes.figureRow}>
        <span className={classes.figure}>{clock.tasks(count)}</span>
      </div>
      {longest && longest.length > 0 && (
        <div className={`${classes.below} ${classes.longest}`}>
          <span>{clock.longest}&nbsp;</span>
          <span className={classes.causeName}>{longest.name}</span>
          <span>, {lengthOf(longest.length)}</span>
        </div>
      )}
    </Block>
  )
}

/** What stands against a start, with links to the tasks. */
export function FindingsBlock({ state: { plan }, runbookId }: { state: RoomState; runbookId: string }) {
  const { clock } = useWords()
  const { data, isError } = useFindings(runbookId, plan.seq, {}, !plan.runbook.is_template)
  if (plan.runbook.is_template)
    return (
      <Block label={clock.templateIs}>
        <div className={classes.findings}>{clock.templateWhat}</div>
      </Block>
    )
  if (plan.tasks.length === 0)
    return (
      <Block label={clock.beforeStart}>
        <div className={classes.finding}>{clock.nothingToRun}</div>
        <WhoRuns state={{ plan }} className={classes.below} />
      </Block>
    )
  const { errorCount = 0, remarkCount = 0 } = data ?? {}
  const tone = errorCount > 0 ? classes.red : remarkCount > 0 ? classes.amber : classes.fine
  return (
    <Block label={clock.beforeStart}>
      <div className={classes.findings}>
        {data && (
          <span className={tone}>
            <Icon name={errorCount + remarkCount > 0 ? 'warn' : 'check'} size={15} />
          </span>
        )}
        <div>
          {!data && <div className={classes.finding}>{isError ? clock.checkFailed : clock.checking}</div>}
          {data && errorCount + remarkCount === 0 && (
            <div className={classes.finding}>{clock.nothingStops}</div>
          )}
          {data && errorCount > 0 && (
            <FindingLine title={clock.problems(errorCount)} groups={groupFindings(data.errors)} isStrong />
          )}
          {data && remarkCount > 0 && (
            <FindingLine title={clock.remarks(remarkCount)} groups={groupFindings(data.remarks)} />
          )}
          <WhoRuns state={{ plan }} className={classes.below} />
        </div>
      </div>
    </Block>
  )
}

const IDS_SHOWN = 3

interface FindingLineProps {
  readonly title: string
  readonly groups: readonly FindingGroup[]
  readonly isStrong?: boolean
}

function FindingLine({ title, groups, isStrong = false }: FindingLineProps) {
  const { run } = useWords()
  const { openTask } = useRunbookAddress()
  const said: Readonly<Record<string, string>> = run.findings
  return (
    <div className={isStrong ? classes.finding : `${classes.finding} ${classes.belowStrong}`}>
      <b>{title}:</b>{' '}
      {groups.map((group, at) => (
        <span key={group.finding}>
          {at > 0 && '; '}
          {group.taskIds.slice(0, IDS_SHOWN).map((id, place) => (
            <span key={id}>
              {place > 0 && ' '}
              <button type="button" className={classes.link} onClick={() => openTask(id)}>
                #{id}
              </button>
            </span>
          ))}
          {group.taskIds.length > IDS_SHOWN && ` ${run.andMore(group.taskIds.length - IDS_SHOWN)}`}
          {group.taskIds.length > 0 && ': '}
          {said[group.finding] ?? group.detail}
        </span>
      ))}
    </div>
  )
}
