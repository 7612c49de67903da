import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { allows, type RunbookRow } from './documents.ts'
import { refusalOf } from './moves.ts'

/** A run under way cannot be put out of sight. */
export const mayArchive = (runbook: RunbookRow): boolean =>
  allows(runbook, 'archive', 'runbook') &&
  !runbook.attributes.archived &&
  runbook.attributes.stage !== 'active' &&
  runbook.attributes.stage !== 'paused'

export const mayRestore = (runbook: RunbookRow): boolean =>
  allows(runbook, 'archive', 'runbook') && runbook.attributes.archived

/** Archives a runbook, or brings it back. @returns why it was refused */
export function setArchived({ id }: RunbookRow, isArchived: boolean): Promise<string | undefined> {
  return refusalOf(async () => {
    const params = { id }
    await (isArchived ? client().archiveRunbook({ params }) : client().restoreRunbook({ params }))
    await queryClient.invalidateQueries({ queryKey: ['runbooks'] })
  })
}

/** How far something that is done to several runbooks has come. */
export interface Progress {
  readonly done: number
  readonly all: number
  /** The runbook at which it stopped, and the server's words; those after it are as they were. */
  readonly stopped?: { readonly name: string; readonly why: string }
}

/** Does the same to several runbooks, one after the other; the first refusal ends it. */
export async function doToAll(
  runbooks: readonly RunbookRow[],
  act: (runbook: RunbookRow) => Promise<unknown>,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  let progress: Progress = { done: 0, all: runbooks.length }
  onProgress(progress)
  for (const runbook of runbooks) {
    const why = await refusalOf(() => act(runbook))
    progress =
      why === undefined
        ? { ...progress, done: progress.done + 1 }
        : { ...progress, stopped: { name: runbook.attributes.name, why } }
    onProgress(progress)
    if (progress.stopped) break
  }
  await queryClient.invalidateQueries({ queryKey: ['runbooks'] })
  return progress
}
