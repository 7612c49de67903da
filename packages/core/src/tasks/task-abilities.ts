import { type Access, isAllowed, type Scope } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { isAssigned, scopeOf, streamIds } from '../runbooks/scope-of.ts'
import type { Snapshot, TaskAbilities } from '../runbooks/snapshot.ts'

/** What somebody may do with the tasks of a runbook, worked out once: what somebody holds never changes, only is replaced. */
export function taskAbilities(snapshot: Snapshot, access: Access): TaskAbilities {
  const known = (snapshot.computed.abilities ??= new WeakMap())
  const abilities = known.get(access) ?? workOut(snapshot, access)
  known.set(access, abilities)
  return abilities
}

/**
 * For who may do the same with every task it is one text. For others it depends on the stream and on who is assigned, in
 * few ways, each of them worked out once.
 */
function workOut({ runbook, streams, teams }: Snapshot, access: Access): TaskAbilities {
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
