import { useWords } from '../language/language.ts'
import type { Look } from '../room/look.ts'
import { useRoomState } from '../room/use-room.tsx'
import type { Filters } from './filters.ts'
import { useRunbookAddress } from './search.ts'

/** A filter that is on and has a value, with what people call it. */
export interface FilterName {
  readonly filter: keyof Filters
  readonly value?: string | number
  readonly label: string
  readonly prefix?: string
}

/** How the six looks of a task are called. */
export function useLookNames(): Readonly<Record<Look, string>> {
  const { stages } = useWords().task
  return {
    waiting: stages.not_startable,
    startable: stages.startable,
    progress: stages.in_progress,
    complete: stages.complete,
    skipped: stages.skipped,
    abandoned: stages.abandoned,
  }
}

/** The filters that are on, without those that have their own chip. */
export function useFilterNames(): readonly FilterName[] {
  const { filter: words } = useWords().run
  const { filters } = useRunbookAddress()
  const { plan } = useRoomState()
  const looks = useLookNames()
  const owner = (key: string) => {
    const [kind, id] = key.split('-')
    const party = kind === 'user' ? plan.people.get(Number(id)) : plan.teams.get(Number(id))
    return key === 'nobody' ? words.noOwner : (party?.name ?? key)
  }
  return [
    ...(filters.text ? [{ filter: 'text' as const, label: words.textChip(filters.text) }] : []),
    ...(filters.stream ?? []).map((value) => ({
      filter: 'stream' as const,
      value,
      label: plan.streams.find(({ id }) => id === value)?.name ?? String(value),
    })),
    ...(filters.stage ?? []).map((value) => ({ filter: 'stage' as const, value, label: looks[value] })),
    ...(filters.type ?? []).map((value) => ({
      filter: 'type' as const,
      value,
      label: plan.taskTypes.get(value)?.name ?? String(value),
    })),
    ...(filters.owner ?? []).map((value) => ({ filter: 'owner' as const, value, label: owner(value) })),
    ...(filters.comments ? [{ filter: 'comments' as const, label: words.comments }] : []),
  ]
}
