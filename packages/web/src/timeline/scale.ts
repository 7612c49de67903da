import type { Instant } from '../room/plan.ts'

/** Which part of time is shown, and how wide. Immutable. */
export interface Scale {
  /** At the left edge, seconds since the epoch; not necessarily whole. */
  readonly from: number
  /** Pixels per second. */
  readonly perSecond: number
}

/** Pixels per second of the named levels. */
export const zoomLevels = {
  weeks: 300 / 604_800,
  days: 380 / 86_400,
  hours: 190 / 3_600,
  tenMinutes: 14.8 / 60,
  minutes: 68 / 60,
} as const

export type ZoomLevel = keyof typeof zoomLevels
export const levelNames = Object.keys(zoomLevels) as readonly ZoomLevel[]

const LARGEST = 400 / 60
const SMALLEST = 12 / 604_800

/** The share of the width at which now stands while it is followed. */
export const NOW_SHARE = 1 / 3

export const xOf = ({ from, perSecond }: Scale, instant: Instant): number => (instant - from) * perSecond

export const instantAt = ({ from, perSecond }: Scale, x: number): number => from + x / perSecond

export const clampZoom = (perSecond: number): number => Math.min(LARGEST, Math.max(SMALLEST, perSecond))

/** Zooms so that the instant under `x` stays there. */
export function zoomedAt(scale: Scale, x: number, perSecond: number): Scale {
  const zoomed = clampZoom(perSecond)
  return { from: instantAt(scale, x) - x / zoomed, perSecond: zoomed }
}

/** Moved so that an instant stands at `x`. */
export const movedTo = ({ perSecond }: Scale, instant: Instant, x: number): Scale => ({
  from: instant - x / perSecond,
  perSecond,
})

/** All of a span, with some air at both ends; room for labels at the right. An empty span gets an hour. */
export function fitted(start: Instant, end: Instant, width: number): Scale {
  const left = Math.min(28, width * 0.05)
  const right = Math.min(96, width * 0.12)
  const length = end > start ? end - start : 3_600
  const perSecond = clampZoom(Math.max(1, width - left - right) / length)
  return { from: start - left / perSecond, perSecond }
}

/** The named level at which a scale stands; undefined between two. */
export function levelOf(perSecond: number): ZoomLevel | undefined {
  return levelNames.find((name) => Math.abs(Math.log(perSecond / zoomLevels[name])) < 0.02)
}

/** The level at which a run of a length opens: as fine as shows what is next, without losing the whole. @param length seconds */
export function levelFor(length: number): ZoomLevel {
  if (length > 14 * 86_400) return 'days'
  return length > 36 * 3_600 ? 'hours' : 'tenMinutes'
}

/** Keeps at least a part of a span in sight, so that nobody gets lost. */
export function keptInSight(scale: Scale, start: Instant, end: Instant, width: number): Scale {
  const lowest = start - (width * 0.85) / scale.perSecond
  const highest = Math.max(start, end) - (width * 0.15) / scale.perSecond
  const from = Math.min(Math.max(scale.from, lowest), highest)
  return from === scale.from ? scale : { ...scale, from }
}

/** Seconds that a drag of an edge moves at least: as fine as the zoom can show. */
export function snapOf(perSecond: number): number {
  const grains = [60, 300, 900, 1_800, 3_600, 21_600, 86_400]
  return grains.find((grain) => grain * perSecond >= 6) ?? 86_400
}

/** A duration after its end was dragged, on whole grains of its own length; at least one grain. */
export function draggedDuration(duration: number, movedSeconds: number, snap: number): number {
  if (Math.abs(movedSeconds) < snap / 2) return duration
  return Math.max(snap, Math.round((duration + movedSeconds) / snap) * snap)
}

/** The next longer or shorter duration on whole steps; never under one minute. */
export function steppedDuration(duration: number, direction: 1 | -1, step: number): number {
  const next =
    direction === 1 ? Math.floor(duration / step) * step + step : Math.ceil(duration / step) * step - step
  return Math.max(Math.min(60, step), next)
}
