import { DateTime, IANAZone, type Zone } from 'luxon'
import { zonesOf } from './time-zones.ts'
import {
  type DateOrder,
  readDate,
  readTime,
  splitDateTime,
  type WrittenDate,
  type WrittenTime,
} from './wall-clock.ts'

/** An instant in ISO 8601 (UTC, whole seconds), null for empty cells, or which cell is wrong and how. */
export type FixedTime =
  | { instant: string | null }
  | { cell: 'date' | 'time'; fault: 'empty' | 'no_date' | 'no_time' | 'no_zone' }

/** Turns the two cells of a fixed time into an instant. */
export type FixedTimeReader = (dateCell: string, timeCell: string) => FixedTime

/**
 * Makes the reader for one file. A date and a time are both needed, in their two cells or together in either of them;
 * the zone is that of the cell, else that of the runbook. A local time that a change of the clocks leaves out moves
 * forward by the gap, one that comes twice is the first. An abbreviation with several meanings means the one that is
 * in force in the runbook's zone at that time, else the usual one.
 *
 * @param timezone IANA name of the runbook's zone
 */
export function fixedTimeReader(timezone: string, order: DateOrder): FixedTimeReader {
  const runbookZone = IANAZone.create(timezone)
  const zones = new Map<string, Zone[]>()
  const zonesFor = (text: string) => {
    if (text === '') return [runbookZone]
    let found = zones.get(text)
    if (!found) zones.set(text, (found = zonesOf(text)))
    return found
  }

  return (dateCell, timeCell) => {
    const cells = writtenCells(dateCell.trim(), timeCell.trim())
    if ('fault' in cells) return cells
    if (cells.date === '') return { instant: null }

    const date = readDate(cells.date, order)
    if (!date) return { cell: cells.dateIn, fault: 'no_date' }
    const time = readTime(cells.time)
    if (!time) return { cell: cells.timeIn, fault: 'no_time' }
    const meanings = zonesFor(time.zone)
    if (meanings.length === 0) return { cell: cells.timeIn, fault: 'no_zone' }

    const readings = meanings.map((zone) => firstOccurrence(date, time, zone))
    const usual = readings.find((reading) => runbookZone.offset(reading.toMillis()) === reading.offset)
    const instant = (usual ?? readings[0]!).toUTC()
    // The years of all instants of the contract; a day that no calendar has is not among them.
    const exists = instant.year >= 1970 && instant.year <= 9999
    return exists
      ? { instant: instant.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") }
      : { cell: cells.dateIn, fault: 'no_date' }
  }
}

type WrittenCells =
  | { date: string; dateIn: 'date' | 'time'; time: string; timeIn: 'date' | 'time' }
  | { cell: 'date' | 'time'; fault: 'empty' | 'no_time' }

/** Finds date and time, each in its own cell or both in one. */
function writtenCells(dateCell: string, timeCell: string): WrittenCells {
  if (dateCell === '' || timeCell === '') {
    const cell = dateCell === '' ? 'time' : 'date'
    const only = dateCell || timeCell
    if (only === '') return { date: '', dateIn: 'date', time: '', timeIn: 'time' }
    const both = splitDateTime(only)
    if (both) return { ...both, dateIn: cell, timeIn: cell }
    return { cell: cell === 'date' ? 'time' : 'date', fault: 'empty' }
  }
  const both = splitDateTime(dateCell)
  // Programs that know no plain dates write midnight after them.
  const date = both && /^00:00(?::00(?:\.0+)?)?$/.test(both.time) ? both.date : dateCell
  return { date, dateIn: 'date', time: timeCell, timeIn: 'time' }
}

function firstOccurrence(date: WrittenDate, time: WrittenTime, zone: Zone): DateTime {
  const { hour, minute, second } = time
  const local = DateTime.fromObject({ ...date, hour, minute, second }, { zone })
  return local.isValid ? (local.getPossibleOffsets()[0] ?? local) : local
}
