import { colors, streamHues, type Theme } from '../design/tokens.ts'
import type { Stream } from '../room/plan.ts'

/** How a stream is drawn: a bar in its hue, and two letters that say the same. */
export interface StreamSign {
  readonly id: number
  readonly name: string
  /** Two letters, unlike those of any other stream of the runbook where that is possible. */
  readonly code: string
  /** Colours in both themes, at least 3 : 1 on their surface. */
  readonly color: Record<Theme, string>
  /** From the eleventh stream on the bar has two tones. */
  readonly isTwoTone: boolean
}

/** Colours that a new stream is given by the server: they are no choice of anybody, so our own hues are dealt instead. */
const dealt: ReadonlySet<string> = new Set([
  '#3b6fd4',
  '#0f8f83',
  '#c07a10',
  '#7a4fd0',
  '#b5476b',
  '#5c6675',
  '#1f6f9f',
  '#6b8e23',
  '#a0522d',
  '#4b7f52',
  '#8a4f9e',
  '#b08900',
])

/** Whether somebody chose a colour for a stream, rather than the server for want of one. */
export const isChosenColor = (color: string | null): color is string =>
  color !== null && !dealt.has(color.toLowerCase())

const signs = new WeakMap<readonly Stream[], ReadonlyMap<number, StreamSign>>()

/** The signs of all streams, by id; the same streams give the same signs. Sub-streams have the hue of their stream. */
export function streamSigns(streams: readonly Stream[]): ReadonlyMap<number, StreamSign> {
  let made = signs.get(streams)
  if (!made) {
    const used = new Set<string>()
    const byId = new Map<number, StreamSign>()
    let dealtHues = 0
    for (const { id, name, color, parent_id } of streams) {
      const code = codeOf(name, used)
      used.add(code)
      const chosen = isChosenColor(color) ? color : null
      const parent = parent_id === null ? undefined : byId.get(parent_id)
      if (chosen === null && parent) {
        byId.set(id, { ...parent, id, name, code })
        continue
      }
      const hue = (theme: Theme) =>
        chosen ? legible(chosen, colors[theme].surface) : (streamHues[theme][dealtHues % 10] ?? '')
      const sign = { id, name, code, color: { dark: hue('dark'), light: hue('light') } }
      byId.set(id, { ...sign, isTwoTone: dealtHues >= 10 && chosen === null })
      if (chosen === null) dealtHues += 1
    }
    made = byId
    signs.set(streams, made)
  }
  return made
}

function codeOf(name: string, used: ReadonlySet<string>): string {
  const words = name.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? ['?']
  const first = words[0] ?? '?'
  const candidates = [
    ...(words[1] ? [`${first[0]}${words[1][0]}`] : []),
    ...Array.from(first.slice(1), (letter) => `${first[0]}${letter}`),
    ...Array.from({ length: 9 }, (_, at) => `${first[0]}${at + 1}`),
  ]
  return candidates.find((code) => code.length === 2 && !used.has(code)) ?? first.slice(0, 2)
}

/** Moves a freely chosen colour in lightness until it has a contrast of 3 : 1 (WCAG 2.2, 1.4.11) on its ground. */
export function legible(color: string, ground: string): string {
  const target = luminance(rgb(ground)) > 0.5 ? 0 : 255
  let mixed = rgb(color)
  for (let step = 0; step < 20 && contrast(mixed, rgb(ground)) < 3; step += 1)
    mixed = mixed.map((part) => part + (target - part) * 0.08) as Rgb
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

type Rgb = [number, number, number]

function rgb(hex: string): Rgb {
  const full = /^#[0-9a-f]{3}$/i.test(hex)
    ? `#${Array.from(hex.slice(1), (digit) => digit + digit).join('')}`
    : hex
  const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16) || 0
  return [part(1), part(3), part(5)]
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
