import { colors, fontStack, type Theme, type Token } from '../design/tokens.ts'
import type { Pen } from '../signs/pen.ts'
import type { TextFit } from './text-fit.ts'

/** A pen, and what everything that draws with it needs to know. */
export interface Brush {
  readonly pen: Pen
  readonly theme: Theme
  readonly color: Readonly<Record<Token, string>>
  readonly fit: TextFit
}

export const brushOf = (pen: Pen, theme: Theme, fit: TextFit): Brush => ({
  pen,
  theme,
  color: colors[theme],
  fit,
})

const fonts = new Map<number, string>()

/** A font of the design system. @param size pixels */
export function fontOf(size: number, weight: 400 | 500 | 600): string {
  const key = size * 1000 + weight
  let font = fonts.get(key)
  if (font === undefined) {
    font = `${weight} ${size}px ${fontStack}`
    fonts.set(key, font)
  }
  return font
}

/** Writes a text on its base line. @returns where it ends */
export function write(
  { pen, fit }: Brush,
  text: string,
  x: number,
  y: number,
  font: string,
  color: string,
): number {
  pen.font = font
  pen.fillStyle = color
  pen.fillText(text, x, y)
  return x + fit.width(text, font)
}

/** A box with round corners, filled and outlined as asked. */
export function roundBox(
  { pen }: Brush,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  { fill, line, lineWidth = 1 }: { fill?: string | undefined; line?: string | undefined; lineWidth?: number },
): void {
  pen.beginPath()
  pen.roundRect(x, y, width, height, radius)
  if (fill !== undefined) {
    pen.fillStyle = fill
    pen.fill()
  }
  if (line === undefined) return
  pen.strokeStyle = line
  pen.lineWidth = lineWidth
  pen.stroke()
}

/** Mixes two colours `#RRGGBB`. @param share of the second, 0 to 1 */
export function mixed(one: string, other: string, share: number): string {
  const part = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) => Math.round(part(one, at) * (1 - share) + part(other, at) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}
