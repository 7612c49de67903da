import { Icon, type IconName } from '../design/icons.tsx'
import type { Look } from '../room/look.ts'
import type { Plan } from '../room/plan.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { type Entry, taskIdOf } from './entries.ts'
import classes from './history.module.css'

const looks: Readonly<Record<string, Look>> = {
  'task.startable': 'startable',
  'task.started': 'progress',
  'task.finished': 'complete',
  'task.skipped': 'skipped',
}

const looksOfStages: Readonly<Record<string, Look>> = {
  startable: 'startable',
  in_progress: 'progress',
  complete: 'complete',
}

const icons: Readonly<Record<string, IconName>> = {
  'run.started': 'play',
  'run.paused': 'pause',
  'run.resumed': 'play',
  'run.cancelled': 'close',
  'run.finished': 'flag',
  'runbook.returned_to_planning': 'restore',
  'runbook.archived': 'archive',
  'runbook.restored': 'restore',
  'task.created': 'plus',
  'task.deleted': 'trash',
  'tasks.changed': 'edit',
  'tasks.deleted': 'trash',
  'tasks.imported': 'upload',
  'stream.deleted': 'trash',
  'comment.created': 'chat',
  'comment.updated': 'chat',
  'comment.deleted': 'chat',
  'runbook_user.added': 'people',
  'runbook_user.updated': 'people',
  'runbook_user.removed': 'people',
  'runbook_team.added': 'people',
  'runbook_team.updated': 'people',
  'runbook_team.removed': 'people',
  'people.imported': 'people',
}

interface EntryGlyphProps {
  readonly entry: Entry
  readonly plan: Plan
  readonly size?: number
  /** The task of which is told, where the entry may be about others as well. */
  readonly of?: number
}

/** What an entry made of its task as the glyph of the new stage; of what is no task, a thin icon. */
export function EntryGlyph({ entry, plan, size = 18, of = taskIdOf(entry) }: EntryGlyphProps) {
  const isOwn = of === taskIdOf(entry)
  const stage = entry.tasks.get(of ?? -1)?.['stage']?.[1]
  const look = isOwn ? looks[entry.name] : looksOfStages[typeof stage === 'string' ? stage : '']
  const task = plan.tasks[plan.positions.get(of ?? -1) ?? -1]
  // A task without length is complete as soon as it is started.
  const isDone = entry.changes['stage']?.[1] === 'complete' && look === 'progress'
  if (look === undefined)
    return (
      <span className={classes.icon} style={{ width: size, height: size }}>
        <Icon name={icons[entry.name] ?? 'edit'} size={Math.round(size * 0.84)} />
      </span>
    )
  return (
    <StageGlyph
      size={size}
      of={{
        look: isDone ? 'complete' : look,
        isMilestone: plan.taskTypes.get(task?.task_type_id ?? -1)?.key === 'milestone',
        isHeldByFixed: false,
        progress: 0.25,
        over: 0,
      }}
    />
  )
}
