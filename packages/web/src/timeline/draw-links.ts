import type { Taken } from './place-label.ts'
import { xOf } from './scale.ts'
import { BAR_HEIGHT, barIn, barPlace, paintsOf, type Scene } from './scene.ts'

const OUT = 6

/** The predecessors and successors of the chosen task: one bend each, out of the end of a bar and down (or up) onto the next. */
export function drawLinks(context: CanvasRenderingContext2D, scene: Scene, at: number): void {
  context.strokeStyle = paintsOf(scene).t1
  context.lineWidth = 1.5
  context.lineJoin = 'round'
  for (const [before, after] of linksOf(scene, at)) drawLink(context, scene, before, after)
}

/** The links into and out of a task, as positions. */
function* linksOf({ schedule }: Scene, at: number): Generator<readonly [before: number, after: number]> {
  const { predecessorOffsets, predecessors, successorOffsets, successors } = schedule.network
  for (let link = predecessorOffsets[at] ?? 0; link < (predecessorOffsets[at + 1] ?? 0); link += 1)
    yield [predecessors[link] ?? -1, at]
  for (let link = successorOffsets[at] ?? 0; link < (successorOffsets[at + 1] ?? 0); link += 1)
    yield [at, successors[link] ?? -1]
}

interface LinkPlace {
  readonly fromRow: number
  readonly toRow: number
  /** Right end of the bar before. */
  readonly end: number
  readonly bend: number
  readonly isDiamond: boolean
}

function linkPlace(scene: Scene, before: number, after: number): LinkPlace | undefined {
  const fromRow = scene.rows.rowOf[before] ?? -1
  const toRow = scene.rows.rowOf[after] ?? -1
  if (fromRow < 0 || toRow < 0 || fromRow === toRow) return undefined
  const { isDiamond, start } = barIn(scene, after)
  const end = xOf(scene.scale, barIn(scene, before).end)
  return { fromRow, toRow, end, isDiamond, bend: linkBend(end, xOf(scene.scale, start), isDiamond) }
}

/** By row, the stretches that links of a task take level with the bars; labels keep clear of them. */
export function linkStretches(scene: Scene, at: number): ReadonlyMap<number, Taken> {
  const taken = new Map<number, Taken>()
  for (const [before, after] of linksOf(scene, at)) {
    const place = linkPlace(scene, before, after)
    if (place) taken.set(place.fromRow, [place.end, Math.max(place.bend, taken.get(place.fromRow)?.[1] ?? 0)])
  }
  return taken
}

function drawLink(context: CanvasRenderingContext2D, scene: Scene, before: number, after: number): void {
  const place = linkPlace(scene, before, after)
  if (!place) return
  const { fromRow, toRow, end, bend } = place
  const { bar } = barPlace(scene)
  const middle = (row: number) => row * scene.rowHeight + bar + BAR_HEIGHT / 2
  const isDown = toRow > fromRow
  const reach = place.isDiamond ? 7 : BAR_HEIGHT / 2 + 1
  const toY = middle(toRow) + (isDown ? -reach : reach)
  const back = isDown ? -5 : 5
  context.beginPath()
  context.moveTo(end - 1, middle(fromRow))
  context.lineTo(bend, middle(fromRow))
  context.lineTo(bend, toY)
  context.moveTo(bend - 3.5, toY + back)
  context.lineTo(bend, toY)
  context.lineTo(bend + 3.5, toY + back)
  context.stroke()
}

/** Where a link turns: shortly behind the end before it, or above the start of the task after it, whichever is later. */
function linkBend(end: number, start: number, isDiamond: boolean): number {
  return Math.max(end + (isDiamond ? 0 : OUT), start + (isDiamond ? 0 : 4))
}
