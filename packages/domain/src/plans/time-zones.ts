import { FixedOffsetZone, IANAZone, type Zone } from 'luxon'

/**
 * Abbreviations of time zones by their hours from UTC. They are fixed offsets, so `14:00 EST` is the same instant in
 * summer. Where an abbreviation has several meanings the most usual one stands first.
 */
const codes: Readonly<Record<string, readonly number[]>> = {
  z: [0],
  utc: [0],
  ut: [0],
  gmt: [0],
  wet: [0],
  west: [1],
  bst: [1, 6],
  cet: [1],
  cest: [2],
  eet: [2],
  eest: [3],
  msk: [3],
  sast: [2],
  gst: [4],
  pkt: [5],
  ist: [5.5, 1, 2],
  sgt: [8],
  hkt: [8],
  awst: [8],
  jst: [9],
  kst: [9],
  acst: [9.5],
  acdt: [10.5],
  aest: [10],
  aedt: [11],
  nzst: [12],
  nzdt: [13],
  nst: [-3.5],
  ndt: [-2.5],
  brt: [-3],
  art: [-3],
  ast: [-4, 3],
  adt: [-3],
  est: [-5],
  edt: [-4],
  cst: [-6, 8, -5],
  cdt: [-5, -4],
  mst: [-7],
  mdt: [-6],
  pst: [-8],
  pdt: [-7],
  akst: [-9],
  akdt: [-8],
  hst: [-10],
}

const OFFSET = /^(?:utc|gmt)?\s*([+\-\u2212])(\d{1,2})(?::?([0-5]\d))?$/

/**
 * The zones that a text beside a time can mean: an IANA name, `UTC`, an offset (`+02:00`, `+0200`, `UTC+2`), or an
 * abbreviation.
 *
 * @returns the usual meaning first; empty when it is no zone
 */
export function zonesOf(text: string): Zone[] {
  const written = text.trim().toLowerCase()
  const meanings = Object.hasOwn(codes, written) ? codes[written] : undefined
  if (meanings) return meanings.map((hours) => FixedOffsetZone.instance(hours * 60))

  const [, sign, hours, minutes = '0'] = OFFSET.exec(written) ?? []
  if (hours !== undefined) {
    const offset = Number(hours) * 60 + Number(minutes)
    // No place on earth is further from UTC than 14 hours.
    return offset <= 840 ? [FixedOffsetZone.instance(sign === '+' ? offset : -offset)] : []
  }
  return /^[a-z][\w+\-/]{1,63}$/.test(written) && IANAZone.isValidZone(written)
    ? [IANAZone.create(text.trim())]
    : []
}
