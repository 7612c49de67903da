import {
  type ParsedQuery,
  type QueryOf,
  type taskEndpoints,
  taskLevels,
  taskStages,
} from '@runsheet/contract'
import { planOf, type TimesAt } from '../runbooks/schedule-of.ts'
import type { Snapshot, Task } from '../runbooks/snapshot.ts'
import { isTaskLate } from './render-task.ts'

type Filters = QueryOf<(typeof taskEndpoints)['listTasks']>
type Test = (task: Task, at: number) => boolean

/** The positions of the tasks that pass every filter, in the order asked for. */
export function selectTasks(
  snapshot: Snapshot,
  moment: TimesAt,
  filters: Filters,
  sort: ParsedQuery['sort'],
): number[] {
  const tests = testsOf(moment, filters)
  const positions: number[] = []
  for (const [at, task] of snapshot.tasks.entries())
    if (tests.every((test) => test(task, at))) positions.push(at)
  return sort.length === 0 ? positions : sorted(snapshot, positions, sort)
}

function testsOf(moment: TimesAt, filters: Filters): Test[] {
  const tests: Test[] = []
  const among = (values: readonly (string | null)[] | undefined, of: (task: Task) => string | null) => {
    if (!values) return
    const wanted = new Set(values)
    tests.push((task) => wanted.has(of(task)))
  }
  const ids = (values: readonly string[] | undefined) => values?.map((id) => String(BigInt(id)))
  among(filters.stage, ({ stage }) => stage)
  among(filters.completion_type, ({ completion_type }) => completion_type)
  among(filters.level, ({ level }) => level)
  among(ids(filters.stream_id), ({ stream_id }) => String(stream_id))
  among(ids(filters.task_type_id), ({ task_type_id }) => String(task_type_id))
  among(ids(filters.source_runbook_id), ({ source_runbook_id }) =>
    source_runbook_id === null ? null : String(source_runbook_id),
  )
  const parties = [
    ...(filters.user_id ?? []).map((id) => `user:${BigInt(id)}`),
    ...(filters.runbook_team_id ?? []).map((id) => `runbook_team:${BigInt(id)}`),
  ]
  if (parties.length > 0) {
    const wanted = new Set(parties)
    tests.push(({ assignees }) => assignees.some(({ type, id }) => wanted.has(`${type}:${id}`)))
  }
  const { has_comments, is_late, search_term } = filters
  if (has_comments !== undefined) tests.push(({ comments_count }) => comments_count > 0 === has_comments)
  if (is_late !== undefined) tests.push((_, at) => isTaskLate(moment, at) === is_late)
  if (search_term) {
    const text = search_term.toLowerCase()
    tests.push(({ id, name }) => name.toLowerCase().includes(text) || `#${id}` === text)
  }
  return tests
}

const byText = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function sorted(snapshot: Snapshot, positions: readonly number[], sort: ParsedQuery['sort']): number[] {
  const keys = sort.map(({ field, descending }) => ({
    key: keyOf(snapshot, field),
    direction: descending ? -1 : 1,
  }))
  return positions.toSorted((a, b) => {
    for (const { key, direction } of keys) {
      const [left, right] = [key(a), key(b)]
      if (left === right) continue
      // What has no value comes last, whichever the direction.
      if (left === null) return 1
      if (right === null) return -1
      const order =
        typeof left === 'string' ? byText.compare(left, right as string) : left - (right as number)
      if (order !== 0) return order * direction
    }
    return a - b
  })
}

/** What a task is sorted by: a number, or text. */
function keyOf(snapshot: Snapshot, field: string): (at: number) => number | string | null {
  const { tasks } = snapshot
  switch (field) {
    case 'name':
      return (at) => tasks[at]!.name
    case 'stage':
      return (at) => taskStages.indexOf(tasks[at]!.stage)
    case 'level':
      return (at) => taskLevels.indexOf(tasks[at]!.level)
    case 'start_planned':
      return (at) => tasks[at]!.start_baseline ?? planOf(snapshot).start[at]! * 1_000
    case 'end_planned':
      return (at) => tasks[at]!.end_baseline ?? planOf(snapshot).end[at]! * 1_000
    default:
      return (at) =>
        tasks[at]![
          field as
            | 'id'
            | 'duration'
            | 'start_actual'
            | 'end_actual'
            | 'start_fixed'
            | 'created_at'
            | 'updated_at'
        ]
  }
}
