import { AppError, type Identifier, type Problem, problem } from '@runsheet/contract'
import type { Access } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import { readId } from '../json-api/read-id.ts'
import { listPresent } from '../users/user-queries.ts'
import { listOutside } from './members.ts'

export interface Place {
  readonly workspaceId: number
  /** Of the list in the body. */
  readonly pointer: string
  /** Who is a member already, and stays one whatever became of them. */
  readonly members?: readonly number[]
}

/**
 * The people whom a write names as members of something in a workspace: those whom the caller may know of, who are not
 * archived, and have a role there.
 *
 * @returns ascending ids, each once
 * @throws {AppError} 422 `related_not_found` or `related_not_in_scope`, each with its index
 */
export async function readPeople(
  db: Db | Trx,
  access: Access,
  sent: readonly Identifier[],
  { workspaceId, pointer, members = [] }: Place,
): Promise<number[]> {
  const there = new Set(members)
  const ids = sent.map(({ id }) => readId(id))
  const fresh = [...new Set(ids)].filter((id) => !there.has(id))
  const present = await listPresent(db, fresh, access)
  const outside = await listOutside(db, fresh, workspaceId)
  const problems = ids.flatMap((id, index): Problem[] => {
    const named = { type: 'user', id: sent[index]?.id ?? '' }
    const at = { pointer: `${pointer}/${index}` }
    if (there.has(id)) return []
    if (!present.has(id)) return [problem('related_not_found', named, at)]
    if (outside.has(id)) return [problem('related_not_in_scope', { ...named, scope: 'workspace' }, at)]
    return []
  })
  if (problems.length > 0) throw new AppError(problems)
  return [...new Set(ids)].sort((a, b) => a - b)
}

/** The identifiers of a relationship to many; undefined where the write does not name it. */
export function identifiersOf(sent: unknown): readonly Identifier[] | undefined {
  return sent as readonly Identifier[] | undefined
}
