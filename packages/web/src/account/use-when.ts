import { useMe } from '../server/use-me.ts'
import { ownZone, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'

/** Tells instants of documents (ISO 8601) as times of the person's own zone, with the day when it is not today. */
export function useWhen(): (timestamp: string) => string {
  const zone = useMe().timezone ?? ownZone
  const minute = useMinute()
  return (timestamp) => timeWithDay(Date.parse(timestamp) / 1000, zone, minute)
}
