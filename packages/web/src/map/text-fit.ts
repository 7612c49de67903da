const ENTRIES_AT_MOST = 30_000

/** Width of a text in a font, CSS pixels. */
export type Measure = (text: string, font: string) => number

/** Cuts and breaks texts to widths, and remembers what came of it. */
export class TextFit {
  readonly #measure: Measure
  readonly #widths = new Map<string, number>()
  readonly #lines = new Map<string, readonly string[]>()

  constructor(measure: Measure) {
    this.#measure = measure
  }

  clear(): void {
    this.#widths.clear()
    this.#lines.clear()
  }

  width(text: string, font: string): number {
    const key = `${font}\n${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      if (this.#widths.size >= ENTRIES_AT_MOST) this.#widths.clear()
      width = this.#measure(text, font)
      this.#widths.set(key, width)
    }
    return width
  }

  /** The text in at most `most` lines of a width; the last one ends in an ellipsis when there is more. */
  lines(text: string, font: string, width: number, most: number): readonly string[] {
    const key = `${font}\n${width}\n${most}\n${text}`
    let lines = this.#lines.get(key)
    if (!lines) {
      if (this.#lines.size >= ENTRIES_AT_MOST) this.#lines.clear()
      lines = this.#broken(text, font, width, most)
      this.#lines.set(key, lines)
    }
    return lines
  }

  /** The text in one line. */
  cut(text: string, font: string, width: number): string {
    return this.lines(text, font, width, 1)[0] ?? ''
  }

  #broken(text: string, font: string, width: number, most: number): string[] {
    const written = text.split(/\s+/).filter((word) => word !== '')
    const words = Number.isFinite(most) ? written : written.flatMap((word) => this.#pieces(word, font, width))
    const space = this.width(' ', font)
    const lines: string[] = []
    let line = ''
    let length = 0
    for (const [at, word] of words.entries()) {
      const wide = this.width(word, font)
      if (line !== '' && length + space + wide > width) {
        if (lines.length + 1 === most)
          return [...lines, this.#shortened([line, ...words.slice(at)].join(' '), font, width)]
        lines.push(line)
        line = word
        length = wide
      } else {
        length = line === '' ? wide : length + space + wide
        line = line === '' ? word : `${line} ${word}`
      }
      if (length > width) {
        if (lines.length + 1 === most)
          return [...lines, this.#shortened([line, ...words.slice(at + 1)].join(' '), font, width)]
        lines.push(this.#shortened(line, font, width))
        line = ''
        length = 0
      }
    }
    if (line !== '') lines.push(line)
    return lines
  }

  /** A word that is longer than a line, where nothing may be left out. */
  #pieces(word: string, font: string, width: number): string[] {
    if (this.width(word, font) <= width) return [word]
    const pieces: string[] = []
    let piece = ''
    for (const letter of word) {
      if (piece !== '' && this.#measure(piece + letter, font) > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
    return [...pieces, piece]
  }

  #shortened(text: string, font: string, width: number): string {
    if (this.width(text, font) <= width) return text
    let low = 0
    let high = Math.min(text.length, Math.ceil(width / 2))
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#measure(`${text.slice(0, middle).trimEnd()}…`, font) <= width) low = middle
      else high = middle - 1
    }
    return low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`
  }
}

/** Measures by a canvas of its own. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  return (text, font) => {
    if (!context) return text.length * 6
    context.font = font
    return context.measureText(text).width
  }
}
