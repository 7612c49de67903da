import type { CallName } from '@runsheet/client'
import type { Permission } from '@runsheet/contract'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../language/language.ts'
import type { Refusal } from '../room/room-state.ts'
import { useRoom } from '../room/use-room.tsx'
import classes from './access.module.css'
import { listedNames } from './listed-names.ts'
import { whoMayQuery } from './who-may-query.ts'

/** What the changes of an open runbook need. */
const needed: Partial<Record<CallName, Permission>> = {
  startTask: 'task.progress',
  finishTask: 'task.progress',
  skipTask: 'task.skip',
  createTask: 'task.update',
  updateTask: 'task.update',
  deleteTask: 'task.update',
  deleteTasks: 'task.update',
  createComment: 'runbook.comment',
  updateRunbook: 'runbook.update',
  createStream: 'stream.create',
  updateStream: 'stream.update',
  deleteStream: 'stream.delete',
  startRunbook: 'run.control',
  pauseRunbook: 'run.control',
  resumeRunbook: 'run.control',
  cancelRunbook: 'run.control',
}

/** Whom to ask, after a refusal because one may not; nothing after any other. */
export function WhoCould({ refusal: { error, endpoint, taskId } }: { readonly refusal: Refusal }) {
  const { access } = useWords()
  const { runbookId } = useRoom()
  const permission = needed[endpoint as CallName]
  const isAsked = error.code === 'insufficient_role' && permission !== undefined
  const { data: names = [] } = useQuery({
    ...whoMayQuery({ runbookId, taskId, permission: permission ?? 'runbook.read' }),
    enabled: isAsked,
  })
  if (!isAsked || names.length === 0) return null
  return <span className={classes.could}>{access.couldDo(listedNames(names, access.or))}</span>
}

/** Who can make a person who only reads a runbook a part of it. */
export function WhoCanAdd() {
  const { access } = useWords()
  const { runbookId } = useRoom()
  const { data: names = [] } = useQuery(
    whoMayQuery({ runbookId, taskId: undefined, permission: 'runbook.people' }),
  )
  return names.length === 0 ? null : <> {access.canAdd(listedNames(names, access.or))}</>
}
