import type { Db } from '../db/database.ts'
import type { Row } from '../db/tables.ts'

export type RunbookType = Row<'runbook_type'>
export type TaskType = Row<'task_type'>
export type CustomField = Row<'custom_field'>
export type RoleType = Row<'role_type'>

/** What administrators set for the whole instance, at one revision of it: types, fields, roles. Small, and read everywhere. */
export interface Directory {
  readonly revision: number
  readonly runbookTypes: ReadonlyMap<number, RunbookType>
  readonly taskTypes: ReadonlyMap<number, TaskType>
  readonly customFields: ReadonlyMap<number, CustomField>
  readonly roleTypes: readonly RoleType[]
}

/** Keeps the directory of the newest revision seen. */
export class DirectoryStore {
  readonly #db: Db
  #current: Directory | undefined
  #loading: Promise<Directory> | undefined

  constructor(db: Db) {
    this.#db = db
  }

  /** The directory at a revision, or a newer one. */
  async at(revision: number): Promise<Directory> {
    for (;;) {
      if (this.#current && this.#current.revision >= revision) return this.#current
      // What others began to load may be older than this caller has seen: then it is loaded once more.
      this.#loading ??= this.#load().finally(() => {
        this.#loading = undefined
      })
      await this.#loading
    }
  }

  async #load(): Promise<Directory> {
    this.#current = await this.#db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (db) => {
        const { revision } = await db.selectFrom('instance').select('revision').executeTakeFirstOrThrow()
        const byId = <T extends { id: number }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]))
        return {
          revision,
          runbookTypes: byId(await db.selectFrom('runbook_type').selectAll().orderBy('id').execute()),
          taskTypes: byId(await db.selectFrom('task_type').selectAll().orderBy('id').execute()),
          customFields: byId(
            await db.selectFrom('custom_field').selectAll().orderBy('order').orderBy('id').execute(),
          ),
          roleTypes: await db.selectFrom('role_type').selectAll().orderBy('id').execute(),
        }
      })
    return this.#current
  }
}

/** The default type, or the first that can be used. */
export function defaultOf<T extends { is_default: boolean; archived_at: number | null; disabled: boolean }>(
  types: ReadonlyMap<number, T>,
): T {
  const usable = [...types.values()].filter(({ archived_at, disabled }) => archived_at === null && !disabled)
  const found = usable.find(({ is_default }) => is_default) ?? usable[0]
  if (!found) throw new Error('the instance has no type that can be used')
  return found
}
