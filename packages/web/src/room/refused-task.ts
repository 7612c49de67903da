import type { ApiError } from '@runsheet/client'
import type { Write } from './outbox.ts'

/** The task to which a refusal belongs: the one that was changed, or of several the one that the answer names. */
export function refusedTask(
  { taskId, patches }: Pick<Write, 'taskId' | 'patches'>,
  { problems: [first] }: ApiError,
): number | undefined {
  if (!patches) return taskId
  const pointer = first?.source && 'pointer' in first.source ? first.source.pointer : ''
  const index = /^\/data\/(\d+)/.exec(pointer)?.[1]
  const id = index === undefined ? undefined : Object.keys(patches)[Number(index)]
  return id === undefined ? undefined : Number(id)
}
