import { type RunbookStage, runbookStages } from '@runsheet/contract'

export const sorts = ['name', 'start_planned', 'end_planned', 'touched_at', 'created_at'] as const
export type Sort = (typeof sorts)[number]
export const rags = ['red', 'amber', 'green', 'off'] as const
export type RagName = (typeof rags)[number]

/** What the address of a list of runbooks says after `?`. */
export interface RunbooksSearch {
  readonly folder?: string
  /** Joined by dots, as `rag` and `type` are: `planning.active`. */
  readonly stage?: string
  readonly rag?: string
  /** Ids of runbook types. */
  readonly type?: string
  readonly kind?: 'runbook' | 'template'
  readonly archived?: true
  readonly q?: string
  readonly sort?: Sort | `-${Sort}`
}

const isSort = (text: string): text is Sort | `-${Sort}` =>
  (sorts as readonly string[]).includes(text.replace(/^-/, ''))

/** Reads an address; what it does not know is left out. */
export function readRunbooksSearch(raw: Record<string, unknown>): RunbooksSearch {
  const text = (name: string) => {
    const value = raw[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const listed = (name: string, known: (part: string) => boolean) =>
    text(name).split('.').filter(known).join('.')
  const sort = text('sort')
  const kind = text('kind')
  const found = {
    folder: /^\d+$/.test(text('folder')) ? text('folder') : '',
    stage: listed('stage', (part) => (runbookStages as readonly string[]).includes(part)),
    rag: listed('rag', (part) => (rags as readonly string[]).includes(part)),
    type: listed('type', (part) => /^\d+$/.test(part)),
    kind: kind === 'runbook' || kind === 'template' ? kind : '',
    archived: raw['archived'] === true || raw['archived'] === 'true' ? true : '',
    q: text('q'),
    sort: isSort(sort) ? sort : '',
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== '')) as RunbooksSearch
}

/** Members of a list of the address. */
export const membersOf = (text: string | undefined): readonly string[] => text?.split('.') ?? []

/** The address with a member of a list put in or taken out. */
export function toggled(
  search: RunbooksSearch,
  name: 'stage' | 'rag' | 'type',
  member: string,
): RunbooksSearch {
  const before = membersOf(search[name])
  const after = before.includes(member) ? before.filter((other) => other !== member) : [...before, member]
  const { [name]: _dropped, ...rest } = search
  return after.length === 0 ? rest : { ...rest, [name]: after.join('.') }
}

/** Whether anything but the place and the order narrows the list. */
export const hasRunbookFilters = ({ stage, rag, type, kind, archived, q }: RunbooksSearch): boolean =>
  [stage, rag, type, kind, archived, q].some((value) => value !== undefined)

/** The address without what narrows the list; place and order stay. */
export function withoutFilters({ folder, sort }: RunbooksSearch): RunbooksSearch {
  return { ...(folder === undefined ? {} : { folder }), ...(sort === undefined ? {} : { sort }) }
}

/** What the list asks the server for. Those touched last come first by default. */
export function listQueryOf(search: RunbooksSearch, workspaceId: string | undefined) {
  const { folder, stage, rag, type, kind, archived, q, sort = '-touched_at' } = search
  return {
    ...(workspaceId === undefined ? {} : { workspace_id: workspaceId }),
    ...(folder === undefined ? {} : { folder_id: folder }),
    ...(stage === undefined ? {} : { stage: membersOf(stage) as readonly RunbookStage[] }),
    ...(rag === undefined ? {} : { status: membersOf(rag) as readonly RagName[] }),
    ...(type === undefined ? {} : { runbook_type_id: membersOf(type) }),
    ...(kind === undefined ? {} : { is_template: kind === 'template' }),
    ...(archived ? { archived: true } : {}),
    ...(q === undefined ? {} : { query: q }),
    sort,
  } as const
}

/** The order after a press on the head of a column: ascending, then descending; times begin with the latest. */
export function nextSort(present: RunbooksSearch['sort'], column: Sort): NonNullable<RunbooksSearch['sort']> {
  if (present === column) return `-${column}`
  if (present === `-${column}`) return column
  return column === 'name' ? column : `-${column}`
}
