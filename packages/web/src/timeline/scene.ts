import type { Theme } from '../design/tokens.ts'
import { colors, fontStack } from '../design/tokens.ts'
import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { type Bar, barOf, type LabelWords } from './bar.ts'
import type { Rows } from './rows.ts'
import { type Scale, xOf } from './scale.ts'
import type { Tick } from './ticks.ts'

/** Everything that the chart draws, at one moment. */
export interface Scene {
  readonly plan: Plan
  readonly schedule: Schedule
  readonly rows: Rows
  /** CSS pixels, as all measures here. */
  readonly rowHeight: number
  readonly width: number
  readonly scale: Scale
  readonly ticks: readonly Tick[]
  readonly theme: Theme
  /** Growth of texts that the person asked the browser for; 1 is 16 px. */
  readonly textScale: number
  readonly zone: string
  /** Seconds; of an ended run its end. */
  readonly now: number
  /** The clock runs: there is a now-line. */
  readonly isLive: boolean
  /** Rows, or −1. */
  readonly chosenRow: number
  readonly hoveredRow: number
  /** 1 = stands out, 0 = falls back; undefined while nothing is lit. */
  readonly lit: Uint8Array | undefined
  readonly showsFloat: boolean
  readonly isMine: (at: number) => boolean
  readonly shifted: ReadonlySet<number>
  readonly objective: number
  /** A duration that is being dragged, seconds. */
  readonly dragged: { readonly at: number; readonly duration: number } | undefined
  readonly words: LabelWords
}

export const BAR_HEIGHT = 12
const RAIL_GAP = 2
const RAIL_HEIGHT = 3

/** Upper edges of bar and planned rail within a row: in the middle together, or the bar alone where there is no rail. */
export function barPlace({ rowHeight, plan }: Pick<Scene, 'rowHeight' | 'plan'>): {
  bar: number
  rail: number
} {
  const block = plan.run ? BAR_HEIGHT + RAIL_GAP + RAIL_HEIGHT : BAR_HEIGHT
  const bar = Math.round((rowHeight - block) / 2)
  return { bar, rail: bar + BAR_HEIGHT + RAIL_GAP }
}

/** The bar of a position as the scene shows it, with the hand on it. */
export function barIn(scene: Scene, at: number): Bar {
  const bar = barOf(scene.plan, scene.schedule, at, scene.now)
  return scene.dragged?.at === at ? { ...bar, end: bar.start + scene.dragged.duration } : bar
}

/** Left edge and width of a bar; at least 3 px wide. */
export function barSpan(
  scene: Pick<Scene, 'scale'>,
  bar: Pick<Bar, 'start' | 'end'>,
): { x: number; width: number } {
  const x = xOf(scene.scale, bar.start)
  return { x, width: Math.max(3, (bar.end - bar.start) * scene.scale.perSecond - 1) }
}

export const paintsOf = (scene: Pick<Scene, 'theme'>) => colors[scene.theme]

/** @param size CSS pixels at a root size of 16 */
export const fontOf = (
  size: number,
  weight: 400 | 500 | 600,
  { textScale }: Pick<Scene, 'textScale'>,
): string => `${weight} ${size * textScale}px ${fontStack}`

const widths = new Map<string, number>()
/** Width of a text in the font that the context has set. */
export function textWidth(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    if (widths.size > 5_000) widths.clear()
    width = context.measureText(text).width
    widths.set(key, width)
  }
  return width
}

/** A line that is sharp on the grid of pixels. */
export const sharp = (value: number): number => Math.round(value) + 0.5
