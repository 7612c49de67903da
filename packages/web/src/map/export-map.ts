import { fontStack } from '../design/tokens.ts'
import { theWords } from '../language/language.ts'
import { drawWhole } from './draw.ts'
import { geometryOf } from './geometry.ts'
import { HEAD_WIDTH } from './measures.ts'
import { brushOf, fontOf } from './paint.ts'
import { TITLE_INSET } from './paint-node.ts'
import type { Scene } from './scene.ts'
import { SvgPen } from './svg-pen.ts'
import { canvasMeasure, TextFit } from './text-fit.ts'

const LINE = 14
const MARGIN = 24

/** Largest pictures that browsers make without fail: side and area in pixels. */
const SIDE_AT_MOST = 16_000
const AREA_AT_MOST = 64_000_000

/** A scene with nodes high enough for their whole titles. */
export interface WholeScene {
  readonly scene: Scene
  /** Lines of the longest title. */
  readonly lines: number
  readonly width: number
  readonly height: number
}

/** The scene for a picture on its own: every title in full, nothing in hand. */
export function wholeScene(scene: Scene, fit: TextFit): WholeScene {
  const { measures, plan, input, layout } = scene
  const font = fontOf(12, 600)
  let lines = 2
  for (const { name } of plan.tasks)
    lines = Math.max(
      lines,
      fit.lines(name, font, measures.nodeWidth - TITLE_INSET, Number.POSITIVE_INFINITY).length,
    )
  const more = (lines - 2) * LINE
  const roomy = { ...measures, nodeHeight: measures.nodeHeight + more, row: measures.row + more }
  const geometry = geometryOf(input, layout, roomy)
  return {
    scene: { ...scene, measures: roomy, geometry },
    lines,
    width: HEAD_WIDTH + MARGIN + geometry.width + MARGIN,
    height: geometry.height,
  }
}

/** The map as an SVG document, in the colours of the theme that is shown. */
export function svgOf(scene: Scene, fit: TextFit): string {
  const whole = wholeScene(scene, fit)
  const pen = new SvgPen()
  drawWhole(brushOf(pen, scene.theme, fit), whole.scene, whole, MARGIN, whole.lines)
  return pen.document(whole.width, whole.height, scene.plan.runbook.name, fontStack)
}

/** Scale of a picture: 2, or what its largest size admits. */
export function scaleFor(width: number, height: number): number {
  return Math.min(2, SIDE_AT_MOST / width, SIDE_AT_MOST / height, Math.sqrt(AREA_AT_MOST / (width * height)))
}

export function exportSvg(scene: Scene): void {
  const svg = svgOf(scene, new TextFit(canvasMeasure()))
  save(new Blob([svg], { type: 'image/svg+xml' }), `${fileName(scene)}.svg`)
}

/** @returns what is to be said about it: that it had to be made smaller, or failed */
export async function exportPng(scene: Scene): Promise<string | undefined> {
  const { map } = theWords()
  const fit = new TextFit(canvasMeasure())
  const whole = wholeScene(scene, fit)
  const scale = scaleFor(whole.width, whole.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(whole.width * scale)
  canvas.height = Math.floor(whole.height * scale)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return map.pngFailed
  context.scale(scale, scale)
  drawWhole(brushOf(context, scene.theme, fit), whole.scene, whole, MARGIN, whole.lines)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return map.pngFailed
  save(blob, `${fileName(scene)}.png`)
  return scale < 2 ? map.pngReduced(Math.max(1, Math.round(scale * 50))) : undefined
}

const fileName = ({ plan }: Scene) =>
  plan.runbook.name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'map'

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
