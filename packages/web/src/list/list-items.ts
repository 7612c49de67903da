import type { Refusal } from '../room/room-state.ts'
import { FIRST } from './held-order.ts'
import type { Item } from './list-grid.tsx'
import { NOW_ROW } from './live-order.ts'

/** The line of the rule of now. */
export const NOW_ITEM = 'now'
/** The line in which a task is typed. */
export const ENTRY_ITEM = 'entry'
const refusalItem = (taskId: number) => `refusal:${taskId}`
const pendingItem = (key: number) => `pending:${key}`
/** The number in the name of such a line. */
export const numberOf = (item: string) => Number(item.slice(item.indexOf(':') + 1))

/** In `after`: before all tasks. */
export const TOP = FIRST

/** What stands between the tasks of an order. */
export interface Between {
  readonly refusals: readonly Refusal[]
  /** Lines that stand after a task, or after another such line; by the task's id or the line's number. */
  readonly after?: ReadonlyMap<number, readonly (number | typeof ENTRY_ITEM)[]>
}

/** The lines of a list from the order of its tasks. Numbers below zero in `after` are tasks that are on their way. */
export function itemsOf(order: readonly number[], { refusals, after }: Between): readonly Item[] {
  const refused = new Set(refusals.map(({ taskId }) => taskId))
  const items: Item[] = []
  const used = new Set<number>()
  const follow = (id: number) => {
    const followers = after?.get(id)
    if (!followers || used.has(id)) return
    used.add(id)
    for (const follower of followers) {
      if (follower === ENTRY_ITEM) items.push(ENTRY_ITEM)
      else {
        items.push(pendingItem(follower))
        follow(follower)
      }
    }
  }
  follow(TOP)
  for (const id of order) {
    if (id === NOW_ROW) {
      items.push(NOW_ITEM)
      continue
    }
    items.push(id)
    if (refused.has(id)) items.push(refusalItem(id))
    follow(id)
  }
  // What stands after a task that is not shown comes last.
  for (const id of after?.keys() ?? []) if (id > 0) follow(id)
  return items
}
