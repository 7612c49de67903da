import type { Action, ActionContext } from '../actions/action.ts'
import { allActions } from '../actions/index.ts'
import { runAction } from '../actions/run-action.ts'
import type { IconName } from '../design/icons.tsx'
import type { Words } from '../language/en/index.ts'
import { type Look, lookOf } from '../room/look.ts'
import { linkedId, type RunbookRow } from '../workspaces/documents.ts'
import { namesOf } from '../workspaces/included.ts'
import { paletteContext } from './palette-store.ts'
import { type Ranked, rank } from './rank.ts'

export type GroupName = 'tasks' | 'runbooks' | 'actions' | 'pages'

/** Something that the palette offers. */
export interface Entry {
  /** Also what is remembered when it was chosen. */
  readonly key: string
  readonly label: string
  readonly icon: IconName
  /** Of a task: its glyph instead of the icon. */
  readonly look?: Look
  /** Second words at the right of the label. */
  readonly about?: string | undefined
  readonly keys?: string | undefined
  /** Why it cannot be done now. */
  readonly blocked?: string | undefined
  readonly perform: () => void
}

export interface Group {
  readonly name: GroupName
  readonly entries: readonly Entry[]
}

const IN_GROUP = 7
/** What only makes sense with a key in a view. */
const keyOnly: ReadonlySet<string> = new Set(['clear', 'task.select', 'task.open'])

/** Tasks of the open runbook by words of their title, or by `#17`. */
export function taskEntries(
  context: ActionContext | undefined,
  query: string,
  words: Pick<Words, 'task'>,
  recent: readonly string[],
): readonly Ranked<Entry>[] {
  if (!context || query.trim() === '') return []
  const { plan } = context.state
  const number = /^#?(\d+)$/.exec(query.trim())?.[1]
  const byNumber = number === undefined ? undefined : plan.tasks[plan.positions.get(Number(number)) ?? -1]
  const of = { text: (task: { name: string }) => task.name, key: (task: { id: number }) => `task-${task.id}` }
  const byName = query.trim().startsWith('#') ? [] : rank(plan.tasks, query, of, recent, IN_GROUP)
  const found = [
    ...(byNumber ? [{ item: byNumber, score: 5 }] : []),
    ...byName.filter(({ item }) => item !== byNumber),
  ]
  return found.map(({ item: task, score }) => {
    const look = lookOf(task)
    return {
      score,
      item: {
        key: `task-${task.id}`,
        label: `#${task.id} ${task.name}`,
        icon: 'check',
        look,
        about: words.task.stages[wordOf[look]],
        perform: () => paletteContext()?.openTask(task.id),
      },
    }
  })
}

const wordOf = {
  waiting: 'not_startable',
  startable: 'startable',
  progress: 'in_progress',
  complete: 'complete',
  skipped: 'skipped',
  abandoned: 'abandoned',
} as const

/** What can be done in the open runbook now, with its keys. */
export function actionEntries(context: ActionContext | undefined): readonly Entry[] {
  if (!context) return []
  return allActions
    .filter((action) => !keyOnly.has(action.id) && action.visible(context))
    .map((action) => entryOf(action, context))
}

function entryOf(action: Action, context: ActionContext): Entry {
  const isOfTask = action.id.startsWith('task.') && context.task !== undefined
  return {
    key: `action-${action.id}`,
    label: action.name(),
    icon: action.icon ?? 'right',
    about: isOfTask ? `#${context.task?.id} ${context.task?.name}` : undefined,
    keys: action.keys?.[0],
    blocked: action.blocked?.(context),
    perform: () => {
      // What was open when the palette was may have moved on meanwhile.
      runAction(action, paletteContext() ?? context)
    },
  }
}

/** Runbooks that the server found. */
export function runbookEntries(
  found:
    | { readonly data: readonly RunbookRow[]; readonly included?: Parameters<typeof namesOf>[0] }
    | undefined,
  words: Pick<Words, 'app'>,
  open: (id: string) => void,
): readonly Entry[] {
  const names = namesOf(found?.included)
  return (found?.data ?? []).map((runbook) => {
    const { name, stage, run_type, is_template } = runbook.attributes
    const key = is_template
      ? 'template'
      : stage === 'active' && run_type === 'rehearsal'
        ? 'rehearsal'
        : stage
    const workspace = names.get(`workspace-${linkedId(runbook, 'workspace') ?? ''}`)
    return {
      key: `runbook-${runbook.id}`,
      label: name,
      icon: is_template ? 'template' : 'file',
      about: [workspace, words.app.stages[key]].filter(Boolean).join(' · '),
      perform: () => open(runbook.id),
    }
  })
}

/** Groups in the order of their best answers; those without any are left out. */
export function groupsOf(
  query: string,
  recent: readonly string[],
  tasks: readonly Ranked<Entry>[],
  others: Readonly<Record<Exclude<GroupName, 'tasks'>, readonly Entry[]>>,
): readonly Group[] {
  const of = { text: ({ label, about }: Entry) => `${label} ${about ?? ''}`, key: ({ key }: Entry) => key }
  const ranked = (name: Exclude<GroupName, 'tasks'>) => ({
    name,
    found: rank(others[name], query, of, recent, IN_GROUP),
  })
  return [{ name: 'tasks' as const, found: tasks }, ranked('actions'), ranked('runbooks'), ranked('pages')]
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => (b.found[0]?.score ?? 0) - (a.found[0]?.score ?? 0))
    .map(({ name, found }) => ({ name, entries: found.map(({ item }) => item) }))
}
