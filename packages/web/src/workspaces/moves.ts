import { ApiError } from '@runsheet/client'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'

/** What a person drags: a folder, or runbooks, of one workspace. */
export interface Dragged {
  readonly from: string
  readonly folder?: string | undefined
  readonly runbooks: readonly string[]
}

let dragged: Dragged | undefined

/** Browsers show what is dragged only when it is dropped: what a row may take is known from here. */
export const setDragged = (next: Dragged | undefined): void => {
  dragged = next
}
export const draggedNow = (): Dragged | undefined => dragged

/** Puts a folder under another, or at the top with null. @returns why it was refused */
export async function moveFolder(
  workspaceId: string,
  id: string,
  parent: string | null,
): Promise<string | undefined> {
  return refusalOf(async () => {
    await client().updateFolder({
      params: { workspace_id: workspaceId, id },
      relationships: { parent: parent === null ? null : { type: 'folder', id: parent } },
    })
    await queryClient.invalidateQueries({ queryKey: ['folders', workspaceId] })
  })
}

/** Puts runbooks into a folder, one after the other. @returns why one was refused; those before it are moved */
export async function moveRunbooks(
  ids: readonly string[],
  folderId: string | null,
): Promise<string | undefined> {
  return refusalOf(async () => {
    try {
      for (const id of ids) {
        const folder = folderId === null ? null : { type: 'folder' as const, id: folderId }
        await client().updateRunbook({ params: { id }, relationships: { folder } })
      }
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['runbooks'] })
    }
  })
}

/** The server's words when it refuses; a fault is thrown on. */
export async function refusalOf(attempt: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt()
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error.message
    throw error
  }
}
