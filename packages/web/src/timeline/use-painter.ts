import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { onSecond, serverNow } from '../time/server-clock.ts'
import type { Camera } from './camera.ts'
import { AXIS_HEIGHT, paintAxis, paintChart } from './paint-chart.ts'
import type { Scene } from './scene.ts'
import { type Tick, ticksBetween } from './ticks.ts'
import type { BaseScene } from './use-base-scene.ts'

/** What the hands are on. */
export interface InHand {
  readonly chosenRow: number
  readonly hoveredRow: number
  readonly dragged: Scene['dragged']
}

interface Places {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly chart: RefObject<HTMLCanvasElement | null>
  readonly axis: RefObject<HTMLCanvasElement | null>
}

/**
 * Height above and below what is in sight that is painted with it. The canvas scrolls natively together with the names;
 * it is painted again only when this runs out, so both always move as one.
 */
const BEYOND = 320

/** Paints the chart: once per frame at most, and only when something changed. */
export function usePainter(places: Places, camera: Camera, base: BaseScene, inHand: InHand) {
  const latest = useRef(base)
  latest.current = base
  const hand = useRef(inHand)
  hand.current = inHand
  const frame = useRef(0)
  const isScrollOnly = useRef(true)
  const painted = useRef({ top: 0, height: 0 })
  const ticks = useRef<{ key: string; list: readonly Tick[] }>({ key: '', list: [] })

  const sceneNow = useCallback((): Scene => {
    const { scale, width } = camera.get()
    const base = latest.current
    const key = `${scale.from} ${scale.perSecond} ${width} ${base.zone}`
    if (ticks.current.key !== key) {
      const margin = 60 / scale.perSecond
      const until = scale.from + width / scale.perSecond + margin
      ticks.current = { key, list: ticksBetween(scale.from - margin, until, scale.perSecond, base.zone) }
    }
    return {
      ...base,
      ...hand.current,
      scale,
      width,
      ticks: ticks.current.list,
      now: base.isLive ? serverNow() / 1000 : (base.plan.run?.end_actual ?? base.schedule.asOf),
      textScale: rootTextScale(),
    }
  }, [camera])

  const paint = useCallback(() => {
    frame.current = 0
    const scroller = places.scroller.current
    const canvas = places.chart.current
    const axis = places.axis.current
    const { width } = camera.get()
    if (!scroller || !canvas || !axis || width === 0) return
    const seen = Math.max(0, scroller.clientHeight - AXIS_HEIGHT)
    const total = Math.max(seen, latest.current.rows.list.length * latest.current.rowHeight)
    const height = Math.min(total, seen + 2 * BEYOND)
    const { scrollTop } = scroller
    const before = painted.current
    const isCovered =
      before.height === height &&
      before.top <= scrollTop &&
      before.top + height >= Math.min(total, scrollTop + seen)
    if (isScrollOnly.current && isCovered) return
    const top = isCovered ? before.top : Math.round(Math.max(0, Math.min(scrollTop - BEYOND, total - height)))
    const scene = sceneNow()
    const density = window.devicePixelRatio || 1
    paintChart(sized(canvas, width, height, density), scene, top, height, density)
    canvas.style.setProperty('transform', `translateY(${top}px)`)
    if (!isScrollOnly.current) paintAxis(sized(axis, width, AXIS_HEIGHT, density), scene, density)
    painted.current = { top, height }
    isScrollOnly.current = true
  }, [camera, places.scroller, places.chart, places.axis, sceneNow])

  const request = useCallback(() => {
    isScrollOnly.current = false
    if (frame.current === 0) frame.current = requestAnimationFrame(paint)
  }, [paint])
  /** The place of the scroll changed, and nothing else. */
  const scrolled = useCallback(() => {
    if (frame.current === 0) frame.current = requestAnimationFrame(paint)
  }, [paint])

  useLayoutEffect(() => {
    cancelAnimationFrame(frame.current)
    isScrollOnly.current = false
    paint()
  })
  useEffect(() => camera.subscribe(request), [camera, request])
  const { isLive } = base
  useEffect(() => (isLive ? onSecond(request) : undefined), [isLive, request])
  useEffect(() => {
    void document.fonts?.ready.then(request)
    return () => cancelAnimationFrame(frame.current)
  }, [request])
  return { request, scrolled, sceneNow }
}

function sized(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  density: number,
): CanvasRenderingContext2D {
  const [deviceWidth, deviceHeight] = [Math.round(width * density), Math.round(height * density)]
  if (canvas.width !== deviceWidth || canvas.height !== deviceHeight) {
    canvas.width = deviceWidth
    canvas.height = deviceHeight
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas')
  return context
}

let textScale: number | undefined
function rootTextScale(): number {
  textScale ??= (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16
  return textScale
}
