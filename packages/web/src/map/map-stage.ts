import { taskLook } from '../room/look.ts'
import { onSecond, serverNow } from '../time/server-clock.ts'
import {
  type Box,
  between,
  type Camera,
  centred,
  type Frame,
  fitted,
  kept,
  reaching,
  seenBox,
  zoomAt,
} from './camera.ts'
import { drawFrame, type Fade } from './draw.ts'
import { emptyHand, type MapHand } from './hand.ts'
import { HEAD_WIDTH, type Level, levelOf } from './measures.ts'
import { brushOf } from './paint.ts'
import { nodeBox, type Scene } from './scene.ts'
import type { TextFit } from './text-fit.ts'

const CAMERA_MS = 240
const FADE_MS = 120

/** The canvas of the map: draws its scene when something has changed, and moves its camera. */
export class MapStage {
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D
  readonly #fit: TextFit
  readonly #followers = new Set<() => void>()
  readonly #stopClock: () => void
  #scene: Scene | undefined
  #hand = emptyHand
  #camera: Camera
  #frame: Frame = { width: 0, height: 0 }
  #request: number | undefined
  #move: { from: Camera; to: Camera; at: number } | undefined
  #level: Level
  #fade: { from: Level; at: number } | undefined
  #seen: readonly number[] = []

  constructor(canvas: HTMLCanvasElement, fit: TextFit, camera: Camera) {
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser has no canvas')
    this.#canvas = canvas
    this.#context = context
    this.#fit = fit
    this.#camera = camera
    this.#level = levelOf(camera.zoom)
    this.#stopClock = onSecond(() => this.#tick())
  }

  get camera(): Camera {
    return this.#camera
  }
  get frame(): Frame {
    return this.#frame
  }
  get scene(): Scene | undefined {
    return this.#scene
  }
  get hand(): MapHand {
    return this.#hand
  }
  /** Tasks that the last frame showed. */
  get seen(): readonly number[] {
    return this.#seen
  }

  /** Calls back after each frame: what stands over the canvas moves with it. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  setScene(scene: Scene): void {
    this.#scene = scene
    this.repaint()
  }

  setHand(change: Partial<MapHand>): void {
    this.#hand = { ...this.#hand, ...change }
    this.repaint()
  }

  /** Takes the size of the field around the canvas, where it is another: an observer tells of it a moment too late. */
  measure(): void {
    const { clientWidth, clientHeight } = this.#canvas.parentElement ?? this.#canvas
    const { width, height } = this.#frame
    if (clientWidth !== width || clientHeight !== height) this.resize(clientWidth, clientHeight)
  }

  resize(width: number, height: number): void {
    this.#frame = { width, height }
    const ratio = window.devicePixelRatio
    this.#canvas.width = Math.max(1, Math.round(width * ratio))
    this.#canvas.height = Math.max(1, Math.round(height * ratio))
    // A canvas is blank after its size changed: draw before the browser shows it.
    this.#draw()
  }

  /** Moves the camera: at once, or on its way for 240 ms when that was asked for and motion is not reduced. */
  moveTo(camera: Camera, isSmooth = false): void {
    const to = this.#scene ? kept(camera, this.#scene.geometry, this.#frame) : camera
    if (isSmooth && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      this.#move = { from: this.#camera, to, at: performance.now() }
    else {
      this.#move = undefined
      this.#camera = to
    }
    this.repaint()
  }

  pan(dx: number, dy: number): void {
    const { x, y, zoom } = this.#camera
    this.moveTo({ x: x + dx / zoom, y: y + dy / zoom, zoom })
  }

  zoom(factor: number, at?: { x: number; y: number }, isSmooth = false): void {
    const middle = { x: HEAD_WIDTH + (this.#frame.width - HEAD_WIDTH) / 2, y: this.#frame.height / 2 }
    this.moveTo(zoomAt(this.#move?.to ?? this.#camera, factor, at ?? middle), isSmooth)
  }

  /** Shows the whole map. */
  fitAll(isSmooth = true): void {
    if (!this.#scene) return
    this.measure()
    const { width, height } = this.#scene.geometry
    this.moveTo(fitted({ x: 0, y: 0, width, height }, this.#frame, 16), isSmooth)
  }

  /** Brings a box into the middle. */
  centre(box: Box, zoom: number, isSmooth = true): void {
    this.moveTo(centred(box, this.#frame, zoom), isSmooth)
  }

  /** Brings a task into sight, by the shortest way. */
  reach(task: number, isSmooth = true): void {
    if (!this.#scene) return
    const box = nodeBox(this.#scene, task)
    const to = reaching(this.#move?.to ?? this.#camera, box, this.#frame, 56)
    const now = this.#move?.to ?? this.#camera
    if (to.x !== now.x || to.y !== now.y) this.moveTo(to, isSmooth)
  }

  seenBox(): Box {
    return seenBox(this.#camera, this.#frame)
  }

  /** A font has come: texts are measured again. */
  forgetTexts(): void {
    this.#fit.clear()
    this.repaint()
  }

  repaint(): void {
    this.#request ??= requestAnimationFrame(() => {
      this.#request = undefined
      this.#draw()
    })
  }

  close(): void {
    this.#stopClock()
    if (this.#request !== undefined) cancelAnimationFrame(this.#request)
    this.#followers.clear()
  }

  #draw(): void {
    const now = performance.now()
    if (this.#move) {
      const share = Math.min(1, (now - this.#move.at) / CAMERA_MS)
      this.#camera = share === 1 ? this.#move.to : between(this.#move.from, this.#move.to, share)
      if (share === 1) this.#move = undefined
    }
    const scene = this.#scene
    if (scene && this.#frame.width > 0) {
      const ratio = window.devicePixelRatio
      this.#context.setTransform(ratio, 0, 0, ratio, 0, 0)
      const brush = brushOf(this.#context, scene.theme, this.#fit)
      this.#seen = drawFrame(brush, scene, this.#camera, this.#frame, this.#hand, this.#fading(now))
    }
    for (const follower of this.#followers) follower()
    if (this.#move || this.#fade) this.repaint()
  }

  #fading(now: number): Fade | undefined {
    const level = levelOf(this.#camera.zoom)
    if (level !== this.#level) {
      this.#fade = { from: this.#level, at: now }
      this.#level = level
    }
    if (!this.#fade) return undefined
    const share = (now - this.#fade.at) / FADE_MS
    if (share >= 1) {
      this.#fade = undefined
      return undefined
    }
    return { from: this.#fade.from, share }
  }

  /** Rings of running tasks grow with the clock; nothing else does, and out of sight nothing has to. */
  #tick(): void {
    const scene = this.#scene
    if (!scene?.plan.run) return
    const now = Math.floor(serverNow() / 1000)
    const running = this.#seen.filter((task) => scene.looks[task]?.look === 'progress')
    for (const task of running) scene.looks[task] = taskLook(scene.plan, scene.schedule, task, now)
    if (running.length > 0) this.repaint()
  }
}
