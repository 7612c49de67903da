import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Look } from '../room/look.ts'
import type { Filters } from './filters.ts'

/** What the address of a runbook says after `?`: filters, and the task whose panel is open. */
export interface RunbookSearch {
  readonly task?: number
  readonly stream?: string
  readonly stage?: string
  readonly type?: string
  readonly owner?: string
  readonly mine?: boolean
  readonly late?: boolean
  readonly critical?: boolean
  readonly comments?: boolean
  readonly q?: string
  /** Full screen, for a wall. */
  readonly wall?: boolean
  /** The history is filtered by person, task and kind. */
  readonly hp?: number
  readonly ht?: number
  readonly hk?: string
}

const looks: readonly string[] = ['waiting', 'startable', 'progress', 'complete', 'skipped', 'abandoned']

/** Reads an address; what it does not know is left out. */
export function readRunbookSearch(raw: Record<string, unknown>): RunbookSearch {
  const text = (name: string) => {
    const value = raw[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const flag = (name: string) =>
    raw[name] === true || raw[name] === 'true' || raw[name] === 1 ? true : undefined
  const number = (name: string) => {
    const value = Number(text(name))
    return Number.isInteger(value) && value > 0 ? value : undefined
  }
  const found = {
    task: number('task'),
    stream: text('stream'),
    stage: text('stage'),
    type: text('type'),
    owner: text('owner'),
    mine: flag('mine'),
    late: flag('late'),
    critical: flag('critical'),
    comments: flag('comments'),
    q: text('q'),
    wall: flag('wall'),
    hp: number('hp'),
    ht: number('ht'),
    hk: text('hk'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as RunbookSearch
}

const listed = (text: string | undefined) => text?.split('.').filter((part) => part !== '')
const numbers = (text: string | undefined) => listed(text)?.map(Number).filter(Number.isInteger)

export function filtersOf(search: RunbookSearch): Filters {
  const found = {
    stream: numbers(search.stream),
    stage: listed(search.stage)?.filter((look): look is Look => looks.includes(look)),
    type: numbers(search.type),
    owner: listed(search.owner),
    mine: search.mine,
    late: search.late,
    critical: search.critical,
    comments: search.comments,
    text: search.q,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Filters
}

export function searchOf(filters: Filters): RunbookSearch {
  const joined = (values: readonly (string | number)[] | undefined) =>
    values && values.length > 0 ? values.join('.') : undefined
  const found = {
    stream: joined(filters.stream),
    stage: joined(filters.stage),
    type: joined(filters.type),
    owner: joined(filters.owner),
    mine: filters.mine || undefined,
    late: filters.late || undefined,
    critical: filters.critical || undefined,
    comments: filters.comments || undefined,
    q: filters.text || undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as RunbookSearch
}

/** The members that filter the history alone. */
export type HistorySearch = Pick<RunbookSearch, 'hp' | 'ht' | 'hk'>

const historyOf = ({ hp, ht, hk }: HistorySearch): HistorySearch => ({
  ...(hp === undefined ? {} : { hp }),
  ...(ht === undefined ? {} : { ht }),
  ...(hk === undefined ? {} : { hk }),
})

/** Filters and open task of the address, and how to change them. */
export function useRunbookAddress() {
  const search = useSearch({ strict: false }) as unknown as RunbookSearch
  const navigate = useNavigate()
  const go = (next: RunbookSearch, replace: boolean) => void navigate({ to: '.', search: next, replace })
  return {
    task: search.task ?? null,
    isWall: search.wall === true,
    filters: filtersOf(search),
    history: historyOf(search),
    /** Opens the panel of a task, or closes it with null; back closes it again. */
    openTask: (task: number | null) => {
      const { task: _before, ...rest } = search
      go(task === null ? rest : { ...rest, task }, search.task !== undefined && task !== null)
    },
    setFilters: (filters: Filters) => {
      const kept = {
        ...(search.task === undefined ? {} : { task: search.task }),
        ...(search.wall ? { wall: true } : {}),
        ...historyOf(search),
      }
      go({ ...kept, ...searchOf(filters) }, true)
    },
    setHistory: (history: HistorySearch) => {
      const { hp: _person, ht: _task, hk: _kind, ...rest } = search
      go({ ...rest, ...historyOf(history) }, true)
    },
    setWall: (wall: boolean) => {
      const { wall: _before, ...rest } = search
      go(wall ? { ...rest, wall } : rest, false)
    },
  }
}
