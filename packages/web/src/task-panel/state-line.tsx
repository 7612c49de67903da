import { useWords } from '../language/language.ts'
import type { Plan, Task } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { PulseMark } from '../signs/task-marks.tsx'
import { useSecond } from '../time/use-clock.ts'
import classes from './panel-title.module.css'
import { stateSentence } from './state-sentence.ts'
import type { TaskDetails } from './use-task-details.ts'

interface StateLineProps {
  readonly task: Task
  readonly details: TaskDetails | undefined
  readonly skipReason: string | undefined
}

/** The state of a task in words; renders each second, and nothing around it does. */
export function StateLine({ task, details, skipReason }: StateLineProps) {
  const { plan, schedule } = useRoomState()
  const second = useSecond()
  const words = useWords()
  const told = { ...pressed(plan, task, details), skipReason }
  const parts = stateSentence(plan, schedule, task.id, second, words, told)
  return (
    <p className={classes.state}>
      {parts.map(({ text, tone }) => (
        <span key={text} className={classes.part}>
          <span className={tone ? classes[tone] : undefined}>
            {tone === 'critical' && <PulseMark />}
            {text}
          </span>
        </span>
      ))}
    </p>
  )
}

/** How many have pressed start or finish, where more than one has to. */
function pressed(plan: Plan, task: Task, details: TaskDetails | undefined) {
  const people = new Set(
    task.assignees.flatMap(({ type, id }) => (type === 'user' ? [id] : (plan.teams.get(id)?.members ?? []))),
  )
  const needs = (requirement: string, minimum: number | null) =>
    requirement === 'everyone' ? people.size : requirement === 'minimum' ? (minimum ?? 1) : 0
  const by = (action: string) =>
    new Set(details?.acts.filter((act) => act.action === action).map(({ userId }) => userId)).size
  const startNeeds = needs(task.start_requirements, task.start_minimum)
  const endNeeds = needs(task.end_requirements, task.end_minimum)
  return {
    ...(startNeeds > 1 ? { startNeeds, startedBy: by('start') } : {}),
    ...(endNeeds > 1 ? { endNeeds, endedBy: by('finish') } : {}),
  }
}
