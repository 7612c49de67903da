import { outlineOf } from '../signs/draw-signs.ts'
import type { Pen } from '../signs/pen.ts'

interface PenState {
  scale: number
  x: number
  y: number
  lineWidth: number
  lineCap: CanvasLineCap
  lineJoin: CanvasLineJoin
  strokeStyle: string | CanvasGradient | CanvasPattern
  fillStyle: string | CanvasGradient | CanvasPattern
  globalAlpha: number
  font: string
  textAlign: CanvasTextAlign
  textBaseline: CanvasTextBaseline
  dash: readonly number[]
}

const initial: PenState = {
  scale: 1,
  x: 0,
  y: 0,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  strokeStyle: '#000000',
  fillStyle: '#000000',
  globalAlpha: 1,
  font: '400 12px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  dash: [],
}

const anchors: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' }

/** Writes what is drawn as SVG elements. Knows what the map and the signs draw: even scaling, solid colours. */
export class SvgPen implements Pen {
  #state: PenState = { ...initial }
  readonly #stack: PenState[] = []
  readonly #elements: string[] = []
  #path: string[] = []

  get lineWidth() {
    return this.#state.lineWidth
  }
  set lineWidth(value) {
    this.#state.lineWidth = value
  }
  get lineCap() {
    return this.#state.lineCap
  }
  set lineCap(value) {
    this.#state.lineCap = value
  }
  get lineJoin() {
    return this.#state.lineJoin
  }
  set lineJoin(value) {
    this.#state.lineJoin = value
  }
  get strokeStyle() {
    return this.#state.strokeStyle
  }
  set strokeStyle(value) {
    this.#state.strokeStyle = value
  }
  get fillStyle() {
    return this.#state.fillStyle
  }
  set fillStyle(value) {
    this.#state.fillStyle = value
  }
  get globalAlpha() {
    return this.#state.globalAlpha
  }
  set globalAlpha(value) {
    this.#state.globalAlpha = value
  }
  get font() {
    return this.#state.font
  }
  set font(value) {
    this.#state.font = value
  }
  get textAlign() {
    return this.#state.textAlign
  }
  set textAlign(value) {
    this.#state.textAlign = value
  }
  get textBaseline() {
    return this.#state.textBaseline
  }
  set textBaseline(value) {
    this.#state.textBaseline = value
  }

  save(): void {
    this.#stack.push({ ...this.#state })
  }
  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state
  }
  translate(x: number, y: number): void {
    this.#state.x += x * this.#state.scale
    this.#state.y += y * this.#state.scale
  }
  scale(factor: number): void {
    this.#state.scale *= factor
  }
  setLineDash(dash: Iterable<number>): void {
    this.#state.dash = [...dash]
  }

  beginPath(): void {
    this.#path = []
  }
  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`)
  }
  lineTo(x: number, y: number): void {
    this.#path.push(`L${this.#at(x, y)}`)
  }
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#path.push(`Q${this.#at(x1, y1)} ${this.#at(x, y)}`)
  }
  closePath(): void {
    this.#path.push('Z')
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(
      `M${this.#at(x, y)}L${this.#at(x + width, y)}L${this.#at(x + width, y + height)}L${this.#at(x, y + height)}Z`,
    )
  }
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.max(0, Math.min(radius, width / 2, height / 2))
    const arc = `A${this.#length(r)} ${this.#length(r)} 0 0 1 `
    const right = x + width
    const bottom = y + height
    this.#path.push(
      `M${this.#at(x + r, y)}L${this.#at(right - r, y)}${arc}${this.#at(right, y + r)}L${this.#at(right, bottom - r)}${arc}${this.#at(right - r, bottom)}L${this.#at(x + r, bottom)}${arc}${this.#at(x, bottom - r)}L${this.#at(x, y + r)}${arc}${this.#at(x + r, y)}Z`,
    )
  }
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const point = (angle: number) => this.#at(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    const r = this.#length(radius)
    // One arc of SVG cannot close a circle: two halves do.
    const middle = (from + to) / 2
    const isLarge = to - from > 2 * Math.PI - 1e-6 ? 0 : Number(to - from > Math.PI)
    if (isLarge === 0 && to - from > Math.PI)
      this.#path.push(`M${point(from)}A${r} ${r} 0 0 1 ${point(middle)}A${r} ${r} 0 0 1 ${point(to)}`)
    else this.#path.push(`M${point(from)}A${r} ${r} 0 ${isLarge} 1 ${point(to)}`)
  }

  fill(path?: Path2D): void {
    const paint = `fill="${this.#color(this.#state.fillStyle)}"${this.#opacity()}`
    this.#add(path, paint)
  }
  stroke(path?: Path2D): void {
    const { lineWidth, lineCap, lineJoin, dash, strokeStyle } = this.#state
    const length = (value: number) => (path ? String(value) : this.#length(value))
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map(length).join(' ')}"` : ''
    const cap = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`
    const join = lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`
    this.#add(
      path,
      `fill="none" stroke="${this.#color(strokeStyle)}" stroke-width="${length(lineWidth)}"${dashes}${cap}${join}${this.#opacity()}`,
    )
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const [left, top] = this.#at(x, y).split(' ')
    this.#elements.push(
      `<rect x="${left}" y="${top}" width="${this.#length(width)}" height="${this.#length(height)}" fill="${this.#color(this.#state.fillStyle)}"${this.#opacity()}/>`,
    )
  }
  fillText(text: string, x: number, y: number): void {
    const [left, top] = this.#at(x, y).split(' ')
    const { font, textAlign, fillStyle } = this.#state
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(font) ?? ['', '400', '12']
    const anchor = anchors[textAlign] ? ` text-anchor="${anchors[textAlign]}"` : ''
    this.#elements.push(
      `<text x="${left}" y="${top}" font-size="${this.#length(Number(size))}" font-weight="${weight}" fill="${this.#color(fillStyle)}"${anchor}${this.#opacity()}>${escaped(text)}</text>`,
    )
  }

  /** The whole document. @param title of the picture, for those who cannot see it */
  document(width: number, height: number, title: string, fonts: string): string {
    const size = `width="${rounded(width)}" height="${rounded(height)}" viewBox="0 0 ${rounded(width)} ${rounded(height)}"`
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(fonts)}" style="font-variant-numeric:tabular-nums">\n<title>${escaped(title)}</title>\n${this.#elements.join('\n')}\n</svg>\n`
  }

  #add(path: Path2D | undefined, paint: string): void {
    if (path) {
      const { scale, x, y } = this.#state
      this.#elements.push(
        `<path d="${outlineOf(path)}" transform="matrix(${fine(scale)} 0 0 ${fine(scale)} ${rounded(x)} ${rounded(y)})" ${paint}/>`,
      )
    } else if (this.#path.length > 0) this.#elements.push(`<path d="${this.#path.join('')}" ${paint}/>`)
  }
  #at(x: number, y: number): string {
    const { scale, x: left, y: top } = this.#state
    return `${rounded(left + x * scale)} ${rounded(top + y * scale)}`
  }
  #length(value: number): string {
    return rounded(value * this.#state.scale)
  }
  #opacity(): string {
    return this.#state.globalAlpha === 1 ? '' : ` opacity="${fine(this.#state.globalAlpha)}"`
  }
  #color(style: PenState['fillStyle']): string {
    return typeof style === 'string' ? style : 'none'
  }
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100)
const fine = (value: number): string => String(Math.round(value * 10_000) / 10_000)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML has it; characters that XML 1.0 does not admit are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}
