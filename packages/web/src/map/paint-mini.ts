import type { Token } from '../design/tokens.ts'
import type { Geometry } from './geometry.ts'
import { mixed } from './paint.ts'
import { isCriticalEdge, type Scene } from './scene.ts'

export const MINI_WIDTH = 236
export const MINI_HEIGHT = 104
const INSET = 8

/** From the map to its picture in small: each axis by itself, as maps are much longer than high; never larger than life × ⅓. */
export function miniScale({ width, height }: Pick<Geometry, 'width' | 'height'>) {
  const x = Math.min(1 / 5, (MINI_WIDTH - 2 * INSET) / Math.max(1, width))
  const y = Math.min(1 / 8, (MINI_HEIGHT - 2 * INSET) / Math.max(1, height))
  return {
    scale: { x, y },
    left: (MINI_WIDTH - width * x) / 2,
    top: (MINI_HEIGHT - height * y) / 2,
  }
}

/** Draws all nodes by stage, and the critical path. Once for each state: moving the camera does not draw it again. */
export function drawMini(
  canvas: HTMLCanvasElement,
  scene: Scene,
  color: Readonly<Record<Token, string>>,
): void {
  const ratio = window.devicePixelRatio
  canvas.width = MINI_WIDTH * ratio
  canvas.height = MINI_HEIGHT * ratio
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  const { geometry, measures, looks } = scene
  const { scale, left, top } = miniScale(geometry)
  const width = Math.max(1, Math.min(8, measures.nodeWidth * scale.x * 0.8))
  const height = Math.max(1, Math.min(3.4, measures.nodeHeight * scale.y * 0.8))
  const x = (task: number) => left + geometry.x[task]! * scale.x
  const y = (task: number) => top + geometry.y[task]! * scale.y
  context.beginPath()
  for (let edge = 0; edge < geometry.edges.sources.length; edge += 1) {
    if (!isCriticalEdge(scene, edge)) continue
    const source = geometry.edges.sources[edge]!
    const target = geometry.edges.targets[edge]!
    context.moveTo(x(source) + width, y(source) + height / 2)
    context.lineTo(x(target), y(target) + height / 2)
  }
  context.strokeStyle = color.criticalMark
  context.globalAlpha = 0.8
  context.lineWidth = 1
  context.stroke()
  const waiting = mixed(color.waitingMark, color.surface, 0.35)
  const groups = new Map<string, number[]>()
  for (const [task, look] of looks.entries()) {
    const isOver = look.look === 'progress' && look.over > 0
    const key = isOver ? color.lateMark : look.look === 'waiting' ? waiting : color[`${look.look}Mark`]
    const group = groups.get(key)
    if (group) group.push(task)
    else groups.set(key, [task])
  }
  context.globalAlpha = 1
  for (const [key, tasks] of groups) {
    context.fillStyle = key
    for (const task of tasks) context.fillRect(x(task), y(task), width, height)
  }
}
