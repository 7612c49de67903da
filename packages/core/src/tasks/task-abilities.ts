import { type Access, isAllowed, type Scope } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { isAssigned, scopeOf, streamIds } from '../runbooks/scope-of.ts'
import type { Snapshot, Task } from '../runbooks/snapshot.ts'

/** What somebody may do with each task of a runbook, as the text of its `meta`. */
export interface TaskAbilities {
  readonly metaOf: (task: Task) => string
  /** Equal for all who are told the same of every task. */
  readonly key: string
}

/**
 * For who may do the same with every task it is one text. For others it depends on the stream and on who is assigned, in
 * few ways, each of them worked out once.
 */
export function taskAbilities({ runbook, streams, teams }: Snapshot, access: Access): TaskAbilities {
  const scope = scopeOf(runbook)
  const metaIn = (more: Scope) =>
    JSON.stringify({ permissions: abilitiesOn('task', access, { ...scope, ...more }) })
  const least = metaIn({ stream_ids: [], is_assignee: false })
  if (isAllowed(access, 'run.control', scope) || !access.runbooks.has(runbook.id))
    return { metaOf: () => least, key: least }
  const placed = new Map(streams.map((stream) => [stream.id, streamIds(stream)]))
  const kept = new Map<string, string>()
  return {
    key: `${access.userId} ${metaIn({})}`,
    metaOf(task) {
      const is_assignee = isAssigned(task, teams, access.userId)
      const way = `${task.stream_id} ${is_assignee}`
      const known = kept.get(way)
      if (known !== undefined) return known
      const meta = metaIn({ stream_ids: placed.get(task.stream_id) ?? [], is_assignee })
      kept.set(way, meta)
      return meta
    },
  }
}
