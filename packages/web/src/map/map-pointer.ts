import { mapX, mapY, screenX, screenY } from './camera.ts'
import { PLUS_OFFSET, PLUS_RADIUS } from './hand.ts'
import type { MapStage } from './map-stage.ts'
import { HEAD_WIDTH } from './measures.ts'
import { tasksBefore, whyNotAfter } from './paths.ts'
import { eachNode, edgeAt, nodeAt, type Scene } from './scene.ts'

/** What a pointer can do on the map; tasks and edges by position. */
export interface PointerDeeds {
  choose(task: number | undefined): void
  open(task: number): void
  /** @param isAdding what was selected before stays */
  select(tasks: readonly number[], isAdding: boolean): void
  chooseEdge(edge: number | undefined): void
  /** Asks for the title of a task after this one. */
  addAfter(task: number): void
  connect(source: number, target: number): void
}

const DRAG_FROM = 4
const DOUBLE_MS = 400

type Gesture =
  | {
      kind: 'press'
      x: number
      y: number
      task: number | undefined
      isOnHandle: boolean
      isSelecting: boolean
    }
  | { kind: 'pan'; x: number; y: number }
  | { kind: 'frame'; isAdding: boolean }
  | { kind: 'connect' }
  | { kind: 'pinch'; distance: number; x: number; y: number }

/** Follows pointers and wheel on the canvas. @returns how to stop */
export function followPointers(canvas: HTMLElement, stage: MapStage, deeds: PointerDeeds): () => void {
  const pointers = new Map<number, { x: number; y: number }>()
  let gesture: Gesture | undefined
  let lastClick: { task: number; at: number } | undefined
  let blockedFrom = -1
  let blocked = new Uint8Array()

  const pointOf = (event: MouseEvent) => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const onMap = ({ x, y }: { x: number; y: number }) => ({
    x: mapX(stage.camera, x),
    y: mapY(stage.camera, y),
  })
  const isInHeads = ({ x }: { x: number }) => x < HEAD_WIDTH

  /** The node from whose right edge, or plus, the point is. */
  function handleAt(scene: Scene, at: { x: number; y: number }): number | undefined {
    const { editable } = stage.hand
    if (!editable || stage.camera.zoom < 0.55) return undefined
    const { hovered } = stage.hand
    const candidates = [hovered, nodeUnder(scene, at)]
    return candidates.find((task) => {
      if (task === undefined || editable[task] !== 1) return false
      const right = screenX(stage.camera, scene.geometry.x[task]! + scene.measures.nodeWidth)
      const middle = screenY(stage.camera, scene.geometry.y[task]! + scene.measures.nodeHeight / 2)
      return (
        at.x > right - 7 &&
        at.x < right + PLUS_OFFSET + PLUS_RADIUS + 4 &&
        Math.abs(at.y - middle) < PLUS_RADIUS + 6
      )
    })
  }

  function nodeUnder(scene: Scene, at: { x: number; y: number }): number | undefined {
    if (isInHeads(at)) return undefined
    const { x, y } = onMap(at)
    return nodeAt(scene, x, y, stage.camera.zoom < 0.18 ? 3 / stage.camera.zoom : 0)
  }

  function blockedBy(scene: Scene, source: number): Uint8Array {
    if (blockedFrom !== source) {
      const before = tasksBefore(scene.schedule.network, source)
      blockedFrom = source
      blocked = Uint8Array.from(before, (_, task) =>
        stage.hand.editable?.[task] === 1 &&
        whyNotAfter(scene.schedule.network, source, task, before) === undefined
          ? 0
          : 1,
      )
    }
    return blocked
  }

  const onDown = (event: PointerEvent) => {
    if (event.button > 1) return
    const scene = stage.scene
    if (!scene) return
    const at = pointOf(event)
    canvas.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, at)
    if (pointers.size === 2) {
      const [one, other] = [...pointers.values()] as [typeof at, typeof at]
      gesture = {
        kind: 'pinch',
        distance: Math.hypot(one.x - other.x, one.y - other.y),
        x: (one.x + other.x) / 2,
        y: (one.y + other.y) / 2,
      }
      return
    }
    const handle = handleAt(scene, at)
    gesture = {
      kind: 'press',
      ...at,
      task: handle ?? nodeUnder(scene, at),
      isOnHandle: handle !== undefined,
      isSelecting: event.shiftKey,
    }
  }

  const onMove = (event: PointerEvent) => {
    const scene = stage.scene
    if (!scene) return
    const at = pointOf(event)
    if (!gesture) {
      hover(scene, at)
      return
    }
    pointers.set(event.pointerId, at)
    if (gesture.kind === 'press' && Math.hypot(at.x - gesture.x, at.y - gesture.y) > DRAG_FROM) {
      const { x, y, task, isOnHandle, isSelecting } = gesture
      if (isOnHandle && task !== undefined) {
        blockedFrom = -1
        gesture = { kind: 'connect' }
        stage.setHand({
          connecting: { source: task, ...onMap(at), target: undefined, blocked: blockedBy(scene, task) },
        })
      } else if (isSelecting) {
        const from = onMap({ x, y })
        gesture = { kind: 'frame', isAdding: event.ctrlKey || event.metaKey }
        stage.setHand({ frame: [from.x, from.y, from.x, from.y] })
      } else gesture = { kind: 'pan', x, y }
      canvas.dataset['gesture'] = gesture.kind
    }
    if (gesture.kind === 'pan') {
      stage.pan(gesture.x - at.x, gesture.y - at.y)
      gesture.x = at.x
      gesture.y = at.y
    } else if (gesture.kind === 'frame' && stage.hand.frame) {
      const to = onMap(at)
      const [x, y] = stage.hand.frame
      stage.setHand({ frame: [x, y, to.x, to.y] })
    } else if (gesture.kind === 'connect' && stage.hand.connecting) {
      const over = nodeUnder(scene, at)
      const { connecting } = stage.hand
      const target = over !== undefined && connecting.blocked[over] !== 1 ? over : undefined
      stage.setHand({ connecting: { ...connecting, ...onMap(at), target }, hovered: over })
    } else if (gesture.kind === 'pinch' && pointers.size === 2) {
      const [one, other] = [...pointers.values()] as [typeof at, typeof at]
      const distance = Math.hypot(one.x - other.x, one.y - other.y)
      const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
      stage.pan(gesture.x - middle.x, gesture.y - middle.y)
      stage.zoom(distance / Math.max(1, gesture.distance), middle)
      gesture = { kind: 'pinch', distance, ...middle }
    }
  }

  const onUp = (event: PointerEvent) => {
    pointers.delete(event.pointerId)
    const scene = stage.scene
    const ended = gesture
    gesture = undefined
    delete canvas.dataset['gesture']
    if (!scene || !ended) return
    if (ended.kind === 'frame') endFrame(scene, ended.isAdding)
    else if (ended.kind === 'connect') {
      const { connecting } = stage.hand
      stage.setHand({ connecting: undefined })
      if (connecting?.target !== undefined && event.type === 'pointerup')
        deeds.connect(connecting.source, connecting.target)
    } else if (ended.kind === 'press' && event.type === 'pointerup') click(scene, ended, event)
  }

  function endFrame(scene: Scene, isAdding: boolean): void {
    const [x1, y1, x2, y2] = stage.hand.frame ?? [0, 0, 0, 0]
    const box = {
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    }
    stage.setHand({ frame: undefined })
    const found: number[] = []
    eachNode(scene, box, (task) => {
      const { x, y } = { x: scene.geometry.x[task]!, y: scene.geometry.y[task]! }
      const isIn =
        x < box.x + box.width &&
        x + scene.measures.nodeWidth > box.x &&
        y < box.y + box.height &&
        y + scene.measures.nodeHeight > box.y
      if (isIn) found.push(task)
    })
    deeds.select(found, isAdding)
  }

  function click(
    scene: Scene,
    { task, isOnHandle, isSelecting }: Extract<Gesture, { kind: 'press' }>,
    event: PointerEvent,
  ): void {
    if (isOnHandle && task !== undefined && nodeUnder(scene, pointOf(event)) !== task) {
      deeds.addAfter(task)
      return
    }
    if (task === undefined) {
      const at = pointOf(event)
      const { x, y } = onMap(at)
      const edge =
        isInHeads(at) || stage.camera.zoom < 0.3 ? undefined : edgeAt(scene, x, y, 6 / stage.camera.zoom)
      deeds.chooseEdge(edge)
      if (edge === undefined) deeds.choose(undefined)
      return
    }
    if (isSelecting || event.ctrlKey || event.metaKey) {
      deeds.select([task], true)
      return
    }
    if (lastClick?.task === task && event.timeStamp - lastClick.at < DOUBLE_MS) {
      lastClick = undefined
      deeds.open(task)
      return
    }
    lastClick = { task, at: event.timeStamp }
    deeds.choose(task)
  }

  function hover(scene: Scene, at: { x: number; y: number }): void {
    const handle = handleAt(scene, at)
    const over = handle ?? nodeUnder(scene, at)
    canvas.style.cursor = handle !== undefined ? 'crosshair' : over === undefined ? '' : 'pointer'
    if (over !== stage.hand.hovered) stage.setHand({ hovered: over })
  }

  const onLeave = () => {
    if (!gesture && stage.hand.hovered !== undefined) stage.setHand({ hovered: undefined })
  }

  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (event.ctrlKey || event.metaKey) {
      const step = Math.max(-60, Math.min(60, event.deltaY * unit))
      stage.zoom(Math.exp(-step * 0.008), pointOf(event))
    } else if (event.shiftKey && event.deltaX === 0) stage.pan(event.deltaY * unit, 0)
    else stage.pan(event.deltaX * unit, event.deltaY * unit)
  }

  canvas.addEventListener('pointerdown', onDown)
  canvas.addEventListener('pointermove', onMove)
  canvas.addEventListener('pointerup', onUp)
  canvas.addEventListener('pointercancel', onUp)
  canvas.addEventListener('pointerleave', onLeave)
  canvas.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    canvas.removeEventListener('pointerdown', onDown)
    canvas.removeEventListener('pointermove', onMove)
    canvas.removeEventListener('pointerup', onUp)
    canvas.removeEventListener('pointercancel', onUp)
    canvas.removeEventListener('pointerleave', onLeave)
    canvas.removeEventListener('wheel', onWheel)
  }
}
