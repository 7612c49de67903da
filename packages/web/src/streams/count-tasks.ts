import type { Stream } from '../room/plan.ts'

/** Tasks per stream; a stream counts those of its sub-streams as well. */
export function countsOf(
  tasks: readonly { readonly stream_id: number }[],
  streams: readonly Pick<Stream, 'id' | 'parent_id'>[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>(streams.map(({ id }) => [id, 0]))
  const parents = new Map(streams.map(({ id, parent_id }) => [id, parent_id]))
  for (const { stream_id } of tasks) {
    counts.set(stream_id, (counts.get(stream_id) ?? 0) + 1)
    const parent = parents.get(stream_id)
    if (parent !== null && parent !== undefined) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  return counts
}
