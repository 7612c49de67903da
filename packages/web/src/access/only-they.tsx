import { useQuery } from '@tanstack/react-query'
import type { Action, ActionContext } from '../actions/action.ts'
import { finishTask, mainActionOf } from '../actions/task-actions.ts'
import { useWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { mayWithTask } from '../room/rights.ts'
import { partyName } from '../signs/owner-stack.tsx'
import classes from './access.module.css'
import { listedNames } from './listed-names.ts'
import { whoMayQuery } from './who-may-query.ts'

/** The action that a task waits for, where it is others who can take it now; undefined where the person can, or nobody. */
export function actionOfOthers(task: Task, { state: { plan } }: ActionContext): Action | undefined {
  const isUnderWay = plan.run !== null && plan.runbook.stage === 'active'
  return isUnderWay && !mayWithTask(plan, 'task.progress', task) ? mainActionOf(task) : undefined
}

interface OnlyTheyProps {
  readonly task: Task
  readonly context: ActionContext
  readonly className?: string | undefined
}

/** Who can start or finish a task, where the person who looks cannot: those it is given to, and who runs the runbook. */
export function OnlyThey({ task, context, className = classes.only }: OnlyTheyProps) {
  const { access } = useWords()
  const { plan } = context.state
  const action = actionOfOthers(task, context)
  const asked = {
    runbook_id: context.room.runbookId,
    task_id: String(task.id),
    permission: 'task.progress',
  } as const
  const { data: able } = useQuery({ ...whoMayQuery(asked), enabled: action !== undefined })
  if (!action || !able) return null
  const names = [...task.assignees.slice(0, 2).map((party) => partyName(plan, party)), ...able.slice(0, 1)]
  const say = action === finishTask ? access.onlyFinish : access.onlyStart
  return <p className={className}>{say(listedNames(names, access.or))}</p>
}
