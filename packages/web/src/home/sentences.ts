import type { Words } from '../language/en/index.ts'
import { clockTime, dayKey, longDate, shortDate } from '../time/format.ts'

/** What the title of Home is made of. */
export interface HomeState {
  /** Tasks of the person that can be started, and that are in progress. */
  readonly ready: number
  readonly running: number
  /** The next scheduled start that the person can see; seconds since the epoch. */
  readonly nextStart: { readonly at: number; readonly zone: string } | undefined
}

/** The state of things for one person in a sentence. @param name first name, or empty */
export function homeTitle({ home }: Pick<Words, 'home'>, state: HomeState, name: string): string {
  if (state.ready > 0) return home.ready(state.ready, name)
  if (state.running > 0) return home.running(state.running, name)
  const { nextStart } = state
  return nextStart
    ? home.nothingNext(
        `${shortDate(nextStart.at, nextStart.zone)}, ${clockTime(nextStart.at, nextStart.zone)}`,
      )
    : home.nothing
}

/** How many runs there are, and what time it is where the person is. @param now seconds since the epoch */
export function homeSubtitle(
  { home }: Pick<Words, 'home'>,
  live: number | undefined,
  now: number,
  zone: string,
): string {
  const time = clockTime(now, zone)
  const day = longDate(now, zone)
  const place = placeOf(zone)
  const clock = place === undefined ? home.clockUtc(time, day) : home.clock(time, place, day)
  return live === undefined ? clock : `${home.liveRuns(live)} ${clock}`
}

/** The place that names a zone: `Berlin` of `Europe/Berlin`; none of `UTC` and `Etc/…`. */
export function placeOf(zone: string): string | undefined {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return undefined
  return zone.split('/').at(-1)?.replaceAll('_', ' ')
}

/** The place of a zone whose clocks do not show what those of the person's own zone show now; undefined when they do. */
export function otherPlace(zone: string, now: number, mine: string): string | undefined {
  return clockTime(now, zone) === clockTime(now, mine) ? undefined : (placeOf(zone) ?? zone)
}

/** When something was, the shorter the nearer: `now`, `12 min ago`, `yesterday`, `Fri 20 Nov`. */
export function whenAgo(
  { time }: Pick<Words, 'time'>,
  instant: number,
  now: number,
  zone: string,
  lengthOf: (seconds: number) => string,
): string {
  const past = now - instant
  if (past < 60) return time.now
  if (past < 3600 || dayKey(instant, zone) === dayKey(now, zone))
    return time.ago(lengthOf(past < 3600 ? past : Math.floor(past / 3600) * 3600))
  if (dayKey(instant, zone) === dayKey(now - 86_400, zone)) return time.yesterday
  return shortDate(instant, zone)
}
