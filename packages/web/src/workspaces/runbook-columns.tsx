import type { ReactNode } from 'react'
import { whenAgo } from '../home/sentences.ts'
import type { Words } from '../language/en/index.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { RagPill, StagePill } from '../signs/pills.tsx'
import { lengthOf, ownZone, timeWithDay } from '../time/format.ts'
import { linkedId, type RunbookRow, secondsOf } from './documents.ts'
import type { Sort } from './runbooks-search.ts'

/** What cells need to know beside their runbook. */
export interface CellContext {
  readonly words: Words
  /** By `type-id`. */
  readonly names: ReadonlyMap<string, string>
  /** Seconds since the epoch; a minute is exact enough. */
  readonly now: number
  readonly isInWorkspace: boolean
}

export interface RunbookColumn {
  readonly key: keyof Words['workspaces']['column']
  /** CSS pixels. */
  readonly width: number
  readonly isRight?: boolean
  readonly sort?: Sort
  readonly isShownAtFirst: boolean
  readonly cell: (runbook: RunbookRow, context: CellContext) => ReactNode
}

const linkedName = (runbook: RunbookRow, { names }: CellContext, relation: string, type = relation) =>
  names.get(`${type}-${linkedId(runbook, relation) ?? ''}`)

const instant = (text: string | null, { attributes }: RunbookRow, { words, now }: CellContext) =>
  text === null ? words.workspaces.none : timeWithDay(secondsOf(text), attributes.timezone ?? ownZone, now)

/** The columns beside the name, in their order. */
export const runbookColumns: readonly RunbookColumn[] = [
  {
    key: 'folder',
    width: 160,
    isShownAtFirst: true,
    cell: (runbook, context) =>
      [
        linkedName(runbook, context, 'folder'),
        context.isInWorkspace ? undefined : linkedName(runbook, context, 'workspace'),
      ]
        .filter(Boolean)
        .join(' · ') || context.words.workspaces.none,
  },
  {
    key: 'stage',
    width: 112,
    isShownAtFirst: true,
    cell: ({ attributes: { stage, run_type, is_template } }) => (
      <StagePill stage={stage} runType={run_type} isTemplate={is_template} />
    ),
  },
  {
    key: 'rag',
    width: 96,
    isShownAtFirst: true,
    cell: ({ attributes: { status } }, { words }) =>
      status === 'off' ? words.workspaces.none : <RagPill status={status} />,
  },
  {
    key: 'start',
    width: 132,
    isRight: true,
    sort: 'start_planned',
    isShownAtFirst: true,
    cell: (runbook, context) =>
      instant(runbook.attributes.start_actual ?? runbook.attributes.start_scheduled, runbook, context),
  },
  {
    key: 'length',
    width: 84,
    isRight: true,
    isShownAtFirst: true,
    cell: ({ attributes: { start_planned, end_planned } }) =>
      lengthOf(secondsOf(end_planned) - secondsOf(start_planned)),
  },
  {
    key: 'tasks',
    width: 84,
    isRight: true,
    isShownAtFirst: true,
    cell: ({ attributes: { stage, tasks_count, tasks_complete_count } }) =>
      stage === 'planning' ? tasks_count : `${tasks_complete_count} / ${tasks_count}`,
  },
  {
    key: 'changed',
    width: 104,
    isRight: true,
    sort: 'touched_at',
    isShownAtFirst: true,
    cell: ({ attributes: { touched_at } }, { words, now }) =>
      whenAgo(words, secondsOf(touched_at), now, ownZone, lengthOf),
  },
  {
    key: 'type',
    width: 112,
    isShownAtFirst: false,
    cell: (runbook, context) => linkedName(runbook, context, 'runbook_type'),
  },
  {
    key: 'run',
    width: 90,
    isShownAtFirst: false,
    cell: ({ attributes: { run_type } }, { words }) =>
      run_type === null ? words.workspaces.none : words.workspaces.runTypes[run_type],
  },
  {
    key: 'end',
    width: 132,
    isRight: true,
    sort: 'end_planned',
    isShownAtFirst: false,
    cell: (runbook, context) =>
      instant(
        runbook.attributes.end_actual ??
          ((runbook.attributes.start_actual ?? runbook.attributes.start_scheduled)
            ? runbook.attributes.end_planned
            : null),
        runbook,
        context,
      ),
  },
  {
    key: 'author',
    width: 88,
    isShownAtFirst: false,
    cell: (runbook, context) => {
      const name = linkedName(runbook, context, 'author', 'user')
      return name === undefined ? null : (
        <span title={name}>
          <Initials name={name} />
        </span>
      )
    },
  },
]

/** What a row needs for its name, tick and menu; CSS pixels. */
const NAME_AT_LEAST = 230
const GAP = 12
const AROUND = 36 + 36 + 36 + 2 * GAP

/** Which columns stay longest where room is short. */
const importance: readonly RunbookColumn['key'][] = [
  'stage',
  'start',
  'tasks',
  'rag',
  'changed',
  'length',
  'folder',
  'type',
  'end',
  'run',
  'author',
]

/** The chosen columns for which there is room, in their order. @param width of the list, CSS pixels */
export function columnsFor(chosen: readonly string[], width: number): readonly RunbookColumn[] {
  let left = width - NAME_AT_LEAST - AROUND
  const fitting = new Set<string>()
  for (const key of importance) {
    const column = runbookColumns.find((one) => one.key === key)
    if (!column || !chosen.includes(key)) continue
    left -= column.width + GAP
    if (left < 0) break
    fitting.add(key)
  }
  return runbookColumns.filter(({ key }) => fitting.has(key))
}
