import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { useActionContext } from '../actions/use-actions.ts'
import { theWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { lengthOf } from '../time/format.ts'
import type { Camera } from './camera.ts'
import type { Tip } from './pointer-tip.tsx'
import { draggedDuration, snapOf, xOf } from './scale.ts'
import { barIn, barSpan, type Scene } from './scene.ts'
import { hasLength, sendDuration } from './timeline-actions.ts'
import type { usePainter } from './use-painter.ts'

interface ChartHands {
  readonly context: ReturnType<typeof useActionContext>
  readonly camera: Camera
  readonly painter: ReturnType<typeof usePainter>
  readonly hoveredRow: number
  readonly setDragged: (dragged: Scene['dragged']) => void
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly mayEdit: (task: Task) => boolean
  readonly setHoveredRow: (row: number) => void
  readonly choose: (row: number) => void
  readonly open: (row: number) => void
  readonly offerFixedStart: (taskId: number) => void
}

type Part = 'start' | 'end' | 'ground'

const cursors: Readonly<Record<Part, string>> = { start: 'not-allowed', end: 'ew-resize', ground: '' }

interface Hit {
  readonly row: number
  readonly part: Part
  readonly at: number
}

interface Grip extends Hit {
  readonly x: number
  readonly y: number
  readonly lastX: number
  readonly lastY: number
  readonly hasMoved: boolean
}

/** Pixels that are a click and no drag. */
const STILL = 3
const REACH = 5

/** The pointer on the chart: chooses, opens, pans; in a plan that may change it drags ends and explains starts. */
export function useChartPointer(hands: ChartHands) {
  const { context, camera, painter, scroller, mayEdit } = hands
  const [tip, setTip] = useState<Tip | undefined>(undefined)
  const grip = useRef<Grip | undefined>(undefined)

  const hitAt = (event: PointerEvent<HTMLCanvasElement>): Hit => {
    const scene = painter.sceneNow()
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    const left = event.currentTarget.getBoundingClientRect().left
    const row = Math.floor((event.clientY - (box?.top ?? 0)) / scene.rowHeight)
    const there = scene.rows.list[row]
    if (there?.kind !== 'task') return { row: there ? row : -1, part: 'ground', at: -1 }
    const task = scene.plan.tasks[there.at]
    return {
      row,
      at: there.at,
      part: task && mayEdit(task) ? partAt(scene, there.at, task, event.clientX - left) : 'ground',
    }
  }

  const durationBy = (held: Grip, x: number, scene: Scene) => {
    const bar = barIn({ ...scene, dragged: undefined }, held.at)
    const { perSecond } = scene.scale
    return draggedDuration(bar.end - bar.start, (x - held.x) / perSecond, snapOf(perSecond))
  }

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return
    scroller.current?.focus({ preventScroll: true, focusVisible: false })
    event.currentTarget.setPointerCapture(event.pointerId)
    const { clientX: x, clientY: y } = event
    grip.current = { ...hitAt(event), x, y, lastX: x, lastY: y, hasMoved: false }
  }

  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const held = grip.current
    const { clientX: x, clientY: y } = event
    if (!held) {
      const hit = hitAt(event)
      hands.setHoveredRow(hit.row)
      event.currentTarget.style.setProperty('cursor', cursors[hit.part])
      const task = context.state.plan.tasks[hit.at]
      const text = hit.part === 'start' && task ? startReason(task) : undefined
      if (text !== undefined) setTip({ text, x, y })
      else if (tip) setTip(undefined)
      return
    }
    if (!held.hasMoved && Math.hypot(x - held.x, y - held.y) <= STILL) return
    grip.current = { ...held, lastX: x, lastY: y, hasMoved: true }
    if (held.part === 'end') {
      const scene = painter.sceneNow()
      const duration = durationBy(held, x, scene)
      const bar = barIn({ ...scene, dragged: undefined }, held.at)
      hands.setDragged({ at: held.at, duration })
      setTip({ text: changeText(bar.end - bar.start, duration), x, y })
      return
    }
    if (held.part === 'start') return
    event.currentTarget.style.setProperty('cursor', 'grabbing')
    camera.pan(held.lastX - x)
    scroller.current?.scrollBy({ top: held.lastY - y })
  }

  const onPointerUp = (event: PointerEvent<HTMLCanvasElement>) => {
    const held = grip.current
    grip.current = undefined
    setTip(undefined)
    event.currentTarget.style.setProperty('cursor', '')
    if (!held) return
    const task = context.state.plan.tasks[held.at]
    if (held.part === 'start' && task) {
      hands.choose(held.row)
      hands.offerFixedStart(task.id)
    } else if (held.part === 'end' && held.hasMoved && task) {
      sendDuration(context, task, durationBy(held, event.clientX, painter.sceneNow()))
      hands.choose(held.row)
    } else if (!held.hasMoved && held.row >= 0) hands.choose(held.row)
    hands.setDragged(undefined)
  }

  const letGo = () => {
    grip.current = undefined
    hands.setDragged(undefined)
    setTip(undefined)
  }

  return {
    tip,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: letGo,
      onPointerLeave: () => {
        if (!grip.current) setTip(undefined)
      },
      onDoubleClick: () => {
        if (hands.hoveredRow >= 0) hands.open(hands.hoveredRow)
      },
    },
  }
}

/** Which part of a task's bar lies at a place; ends that cannot move are ground. */
function partAt(scene: Scene, at: number, task: Task, x: number): Part {
  const bar = barIn(scene, at)
  const { x: start, width } = barSpan(scene, bar)
  const end = xOf(scene.scale, bar.end)
  if (!bar.isDiamond && hasLength(scene, task) && Math.abs(x - end) <= REACH && x > start + width / 3)
    return 'end'
  return task.start_actual === null && Math.abs(x - start) <= REACH ? 'start' : 'ground'
}

function startReason(task: Task): string {
  const { timeline } = theWords()
  if (task.predecessors.length === 0) return timeline.startFollowsRun
  const shown = task.predecessors.slice(0, 3).map((id) => `#${id}`)
  return timeline.startFollows(`${shown.join(', ')}${task.predecessors.length > 3 ? ' …' : ''}`)
}

function changeText(before: number, after: number): string {
  const { timeline } = theWords()
  const inMinutes = before < 3_600 && after < 3_600 && before % 60 === 0 && after % 60 === 0
  return inMinutes
    ? timeline.minutesChange(before / 60, after / 60)
    : timeline.lengthChange(lengthOf(before), lengthOf(after))
}
