import { AppError, type CoreAnswer, type ParsedQuery, problem, refuse } from '@runsheet/contract'
import { brokenConstraint } from '../db/database-error.ts'
import {
  actOnDirectory,
  type DirectoryAction,
  type DirectoryOutcome,
  type Entry,
} from '../directory/act-on-directory.ts'
import type { Directory } from '../directory/directory.ts'
import { defaultFirst, inScope, mentions } from '../directory/scoped.ts'
import { seesScoped } from '../directory/sees-scoped.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { type Link, readNewScope } from '../runbook-types/read-scoped.ts'
import type { TypeEntry, TypeKind } from './type-kind.ts'

/** The filters that lists of every kind have. */
interface Filters {
  readonly workspace_id?: string | undefined
  readonly global?: boolean | undefined
  readonly archived?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly query?: string | undefined
}

interface Reading extends RequestBase {
  readonly query: ParsedQuery & { readonly values: Filters }
}

interface Writing extends RequestBase {
  readonly write: { readonly attributes: { readonly key?: string | null | undefined } }
}

interface Creating extends Writing {
  readonly write: Writing['write'] & { readonly relationships: { readonly workspace?: Link } }
}

/** 422 `type_in_use`. @param pointer at what may not change; nothing for the type itself */
export const inUse = (type: TypeKind<never, never>['type'], id: number, uses: number, pointer?: string) =>
  new AppError(
    problem(
      'type_in_use',
      { type, id: String(id), uses },
      { ...(pointer === undefined ? {} : { pointer }), meta: { uses } },
    ),
  )

/** 422 `taken`, at the key. */
export const keyTaken = (key: unknown) =>
  new AppError(problem('taken', { name: 'key', value: String(key) }, { pointer: '/data/attributes/key' }))

/** What is done with types of a kind, in the way that is the same for all kinds. */
export function typeHandlers<
  T extends TypeEntry,
  Patch extends { readonly is_default?: boolean | undefined },
>(kind: TypeKind<T, Patch>) {
  const { type } = kind

  const tell = (request: RequestBase, status: 200 | 201, one: T) =>
    oneAnswer(request, status, kind.render(one, request.caller.access), one.changed_seq)

  /** The type of the request, as it stands in a directory. @throws {AppError} 404 `not_found` */
  function getHere(request: RequestBase, directory: Directory): T {
    const found = kind.entries(directory).get(request.params['id'] ?? 0)
    if (!found || !seesScoped(request)(found))
      throw refuse('not_found', { type, id: request.call.params['id'] ?? '' })
    return found
  }

  /** The type that has the default, in a list. */
  const defaultOfAll = (directory: Directory): number[] =>
    [...kind.entries(directory).values()].flatMap(({ id, is_default }) => (is_default ? [id] : []))

  /** The answer of an action on one type, and on the default one where that changes with it. */
  function outcome(
    verb: 'created' | 'updated' | 'archived' | 'restored',
    id: number,
    others: readonly number[] = [],
  ): DirectoryOutcome {
    const entry = (one: number): Entry => ({ type, id: one })
    return {
      name: `${type}.${verb}`,
      changed: [entry(id), ...others.map(entry)],
      tell: (after, request) =>
        tell(request, verb === 'created' ? 201 : 200, kind.entries(after).get(id) as T),
    }
  }

  /** Does something that sets the key. @throws {AppError} 422 `taken` when another type has it */
  async function withKey({ write }: Writing, perform: () => Promise<CoreAnswer>): Promise<CoreAnswer> {
    try {
      return await perform()
    } catch (error) {
      throw brokenConstraint(error) === kind.keyConstraint ? keyTaken(write.attributes.key) : error
    }
  }

  return {
    /** @param isWanted what the filters of this kind alone let through */
    async list(request: Reading, isWanted: (one: T) => boolean): Promise<CoreAnswer> {
      const { values, sort, page } = request.query
      const directory = await request.services.directories.at(request.standing.instanceRevision)
      const sees = seesScoped(request)
      const isInScope = inScope(values)
      const found = [...kind.entries(directory).values()].filter(
        (one) =>
          sees(one) &&
          isInScope(one) &&
          (one.archived_at !== null) === (values.archived ?? false) &&
          one.disabled === (values.disabled ?? false) &&
          isWanted(one) &&
          mentions(values.query, one.name, one.key, one.description),
      )
      const types = sorted(defaultFirst(found), sort, (one, field) => (field === 'key' ? one.key : one.name))
      const { access } = request.caller
      return pageAnswer(request, pageOf(types, page, byId), (one) => kind.render(one, access))
    },

    async get(request: RequestBase): Promise<CoreAnswer> {
      const directory = await request.services.directories.at(request.standing.instanceRevision)
      return tell(request, 200, getHere(request, directory))
    },

    /** @param read what the write sets. @throws {AppError} 422 with every problem */
    async create(
      request: Creating,
      read: (directory: Directory, workspaceId: number | null) => Patch,
    ): Promise<CoreAnswer> {
      const { db } = request.services.database
      const workspace_id = await readNewScope(
        db,
        request,
        request.write.relationships.workspace,
        'type.manage',
      )
      return withKey(request, () =>
        actOnDirectory(request, async ({ trx, seq, directory }) => {
          const patch = read(directory, workspace_id)
          const old = patch.is_default ? defaultOfAll(directory) : []
          if (patch.is_default) await kind.dropDefault(trx, seq)
          const { id } = await kind.insert(trx, { ...patch, workspace_id, changed_seq: seq })
          return outcome('created', id, old)
        }),
      )
    },

    /** @param read what the write sets, held against what depends on the type. @throws {AppError} 422 */
    update: (
      request: Writing,
      read: (before: T, action: DirectoryAction) => Promise<Patch>,
    ): Promise<CoreAnswer> =>
      withKey(request, () =>
        actOnDirectory(request, async (action) => {
          const { trx, seq, directory } = action
          const before = getHere(request, directory)
          checkMatch(request, before.id, before.changed_seq)
          const patch = await read(before, action)
          const old = patch.is_default && !before.is_default ? defaultOfAll(directory) : []
          if (old.length > 0) await kind.dropDefault(trx, seq)
          await kind.change(trx, before.id, { ...patch, changed_seq: seq })
          return outcome('updated', before.id, old)
        }),
      ),

    /** @param check refuses what may never be archived */
    archive: (request: RequestBase, check: (before: T) => void): Promise<CoreAnswer> =>
      actOnDirectory(request, async ({ trx, seq, at, directory }) => {
        const before = getHere(request, directory)
        const about = { type, id: String(before.id) }
        checkMatch(request, before.id, before.changed_seq)
        if (before.archived_at !== null) throw refuse('already_archived', about)
        if (before.is_default) throw refuse('default_type', about)
        check(before)
        const uses = await kind.countRunning(trx, before.id)
        if (uses > 0) throw inUse(type, before.id, uses)
        await kind.change(trx, before.id, { archived_at: sqlTime(at), changed_seq: seq })
        return outcome('archived', before.id)
      }),

    restore: (request: RequestBase): Promise<CoreAnswer> =>
      actOnDirectory(request, async ({ trx, seq, directory }) => {
        const before = getHere(request, directory)
        checkMatch(request, before.id, before.changed_seq)
        if (before.archived_at === null) throw refuse('not_archived', { type, id: String(before.id) })
        await kind.change(trx, before.id, { archived_at: null, changed_seq: seq })
        return outcome('restored', before.id)
      }),
  }
}
