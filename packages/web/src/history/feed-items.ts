import type { Entry } from './entries.ts'

/** A line of the feed: a day, or an entry, which shows its time where it is the first of its minute. */
export type FeedItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry; readonly isFirstOfMinute: boolean }

/**
 * Entries, newest first, with a separator before each day.
 *
 * @param dayOf names the day of an instant: equal for instants of the same day
 */
export function feedItems(
  entries: readonly Entry[],
  dayOf: (instant: number) => string,
): readonly FeedItem[] {
  const items: FeedItem[] = []
  let day: string | undefined
  let minute = Number.NaN
  for (const entry of entries) {
    const own = Math.floor(entry.at / 60)
    const isSameMinute = own === minute
    if (!isSameMinute) {
      const its = dayOf(entry.at)
      if (its !== day) items.push({ kind: 'day', key: `day-${its}-${entry.seq}`, at: entry.at })
      day = its
    }
    items.push({ kind: 'entry', key: String(entry.seq), entry, isFirstOfMinute: !isSameMinute })
    minute = own
  }
  return items
}
