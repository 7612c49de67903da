import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'

export type RunbookType = Row<'runbook_type'>
export type TaskType = Row<'task_type'>
export type FieldOption = Row<'custom_field_option'>
export type FieldGroup = Row<'custom_field_group'>
export type RoleType = Row<'role_type'>

export interface CustomField extends Row<'custom_field'> {
  /** In their order, the archived ones too. */
  readonly options: readonly FieldOption[]
}

/** What administrators set for the whole instance, at one revision of it: types, fields, roles. Small, and read everywhere. */
export interface Directory {
  readonly revision: number
  readonly runbookTypes: ReadonlyMap<number, RunbookType>
  readonly taskTypes: ReadonlyMap<number, TaskType>
  /** In their order, as the groups are. */
  readonly customFields: ReadonlyMap<number, CustomField>
  readonly fieldGroups: ReadonlyMap<number, FieldGroup>
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
    this.#current = await this.#db.transaction().setIsolationLevel('repeatable read').execute(readDirectory)
    return this.#current
  }
}

/** The directory as a transaction sees it. */
export async function readDirectory(trx: Trx): Promise<Directory> {
  const { revision } = await trx.selectFrom('instance').select('revision').executeTakeFirstOrThrow()
  const runbookTypes = await trx.selectFrom('runbook_type').selectAll().orderBy('id').execute()
  const taskTypes = await trx.selectFrom('task_type').selectAll().orderBy('id').execute()
  const fields = await trx.selectFrom('custom_field').selectAll().orderBy('order').orderBy('id').execute()
  const options = await trx
    .selectFrom('custom_field_option')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  const groups = await trx
    .selectFrom('custom_field_group')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  const optionsOf = Map.groupBy(options, (option) => option.custom_field_id)
  return {
    revision,
    runbookTypes: byId(runbookTypes),
    taskTypes: byId(taskTypes),
    customFields: byId(fields.map((field) => ({ ...field, options: optionsOf.get(field.id) ?? [] }))),
    fieldGroups: byId(groups),
    roleTypes: await trx.selectFrom('role_type').selectAll().orderBy('id').execute(),
  }
}

const byId = <T extends { id: number }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

/** The default type, or the first that can be used. */
export function defaultOf<T extends { is_default: boolean; archived_at: number | null; disabled: boolean }>(
  types: ReadonlyMap<number, T>,
): T {
  const usable = [...types.values()].filter(({ archived_at, disabled }) => archived_at === null && !disabled)
  const found = usable.find(({ is_default }) => is_default) ?? usable[0]
  if (!found) throw new Error('the instance has no type that can be used')
  return found
}
