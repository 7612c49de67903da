import type { CoreAnswer } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import type { ChangedThing, EventName } from '../events/event.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { describeChange } from '../runbooks/changes.ts'
import { type CustomField, type Directory, readDirectory } from './directory.ts'

/** What of the directory an action is about, by type and id. */
export interface Entry {
  readonly type: 'runbook_type' | 'task_type' | 'custom_field' | 'custom_field_option' | 'custom_field_group'
  readonly id: number
}

/** What an action on the directory did. */
export interface DirectoryOutcome {
  readonly name: EventName
  /** What it may have changed; the event is about the first. */
  readonly changed: readonly [Entry, ...Entry[]]
  /** Tells the caller. @param request whose `directory` is the one after the action */
  readonly tell: (after: Directory, request: RequestBase) => CoreAnswer | Promise<CoreAnswer>
}

/** An action under way, in its transaction. */
export interface DirectoryAction {
  readonly trx: Trx
  /** Sequence of its event: the ETag of what it changes. */
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
  /** As it stands, locked against others. */
  readonly directory: Directory
}

/**
 * Does an action on types or fields: its statements, its event with what was before and after, and the remembered answer in
 * one transaction. The revision of the instance moves, so that every process reads the directory anew.
 *
 * @param first statements before the instance is locked
 */
export function actOnDirectory(
  request: RequestBase,
  decide: (action: DirectoryAction) => Promise<DirectoryOutcome>,
  first?: (trx: Trx) => Promise<void>,
): Promise<CoreAnswer> {
  return actOnInstance(
    request,
    async (trx, seq, at) => {
      const before = await readDirectory(trx)
      const { name, changed, tell } = await decide({ trx, seq, at, directory: before })
      await moveRevision(trx)
      const after = await readDirectory(trx)
      const [about] = changed
      const entry = find(after, about) ?? find(before, about)
      if (!entry) throw new Error(`the directory has no ${about.type} ${about.id}`)
      const event = {
        name,
        workspaceId: entry.workspace_id,
        resource: { type: about.type, id: String(about.id), name: entry.name },
        things: changed
          .map((one) => describeEntry(one, before, after))
          .filter(({ changes }) => Object.keys(changes).length > 0),
      }
      return { events: [event], answer: await tell(after, { ...request, directory: after }) }
    },
    first,
  )
}

/** Every process reads anew what is set for the whole instance. */
export async function moveRevision(trx: Trx): Promise<void> {
  await sql`update instance set revision = revision + 1`.execute(trx)
}

/** What became of an entry. */
function describeEntry(entry: Entry, before: Directory, after: Directory): ChangedThing {
  return describeChange(entry.type, String(entry.id), told(before, entry), told(after, entry))
}

type Found = { readonly workspace_id: number | null; readonly name: string }

const lookUps: Readonly<Record<Entry['type'], (directory: Directory, id: number) => Found | undefined>> = {
  runbook_type: ({ runbookTypes }, id) => runbookTypes.get(id),
  task_type: ({ taskTypes }, id) => taskTypes.get(id),
  custom_field: ({ customFields }, id) => customFields.get(id),
  custom_field_option: findOption,
  custom_field_group({ fieldGroups }, id) {
    const group = fieldGroups.get(id)
    return group && { ...group, workspace_id: null }
  },
}

const find = (directory: Directory, { type, id }: Entry) => lookUps[type](directory, id)

function findOption({ customFields }: Directory, id: number): Found | undefined {
  for (const { options, workspace_id } of customFields.values()) {
    const option = options.find((candidate) => candidate.id === id)
    if (option) return { ...option, workspace_id }
  }
  return undefined
}

/** An entry as the log tells it: of the options of a field their names only. */
function told(directory: Directory, entry: Entry): object | null {
  const found = find(directory, entry)
  if (!found || entry.type !== 'custom_field') return found ?? null
  const { options, ...field } = found as CustomField
  return {
    ...field,
    field_options: options.flatMap(({ name, archived_at }) => (archived_at === null ? [name] : [])),
  }
}
