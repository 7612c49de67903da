import { type Geometry, geometryOf } from './geometry.ts'
import { type Layout, type LayoutInput, layOut } from './layout.ts'
import { measures } from './measures.ts'

/** A question to the worker; the answer bears its number. */
export interface LayoutQuestion {
  readonly number: number
  readonly input: LayoutInput
}

export interface LayoutAnswer {
  readonly number: number
  readonly layout: Layout
  readonly geometry: Geometry
  /** Milliseconds that it took. */
  readonly tookMs: number
}

/** Buffers that are handed over instead of copied. */
function buffersOf({ layout, geometry }: Pick<LayoutAnswer, 'layout' | 'geometry'>): ArrayBuffer[] {
  const { edges, ...rest } = geometry
  return [layout, rest, edges]
    .flatMap((part) => Object.values(part) as unknown[])
    .filter((value): value is Int32Array<ArrayBuffer> => ArrayBuffer.isView(value))
    .map(({ buffer }) => buffer)
}

addEventListener('message', ({ data }: MessageEvent<LayoutQuestion>) => {
  const begun = performance.now()
  const layout = layOut(data.input)
  const geometry = geometryOf(data.input, layout, measures)
  const answer: LayoutAnswer = {
    number: data.number,
    layout,
    geometry,
    tookMs: performance.now() - begun,
  }
  postMessage(answer, { transfer: buffersOf(answer) })
})
