import type { Instant } from '../room/plan.ts'
import {
  clampZoom,
  fitted,
  keptInSight,
  levelFor,
  levelOf,
  movedTo,
  NOW_SHARE,
  type Scale,
  type ZoomLevel,
  zoomedAt,
  zoomLevels,
} from './scale.ts'

export interface CameraState {
  readonly scale: Scale
  /** CSS pixels; 0 until it was measured. */
  readonly width: number
  /** Now stays at one third. */
  readonly isFollowing: boolean
  /** It shows everything, and goes on to when the width changes. */
  readonly isFitted: boolean
}

/** What the camera looks at: the span of the whole, and now. */
export interface Subject {
  readonly start: Instant
  readonly end: Instant
  /** Undefined when no clock runs. */
  readonly now: Instant | undefined
}

const MOVE_MS = 240

/** Where the timeline looks: changes without rendering anything but the chart. */
export class Camera {
  #state: CameraState = { scale: { from: 0, perSecond: 1 }, width: 0, isFollowing: false, isFitted: false }
  #subject: Subject = { start: 0, end: 0, now: undefined }
  #frame = 0
  #isPlaced = false
  readonly #listeners = new Set<() => void>()

  readonly get = (): CameraState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The named level it stands at: `fit`, one of the levels, or none. */
  readonly level = (): ZoomLevel | 'fit' | undefined =>
    this.#state.isFitted ? 'fit' : levelOf(this.#state.scale.perSecond)

  /** Tells what there is to see; the first time places the camera: at now in a run that goes on, else at the whole. */
  look(subject: Subject): void {
    this.#subject = subject
    if (!this.#isPlaced) this.#place()
    else if (this.#state.isFollowing && subject.now !== undefined && this.#frame === 0) this.#follow()
  }

  resize(width: number): void {
    if (width === this.#state.width) return
    this.#set({ width })
    if (!this.#isPlaced) this.#place()
    else if (this.#state.isFitted) this.#set({ scale: this.#whole() })
    else if (this.#state.isFollowing) this.#follow()
  }

  /** By the hand of somebody: it no longer follows. @param pixels to the right */
  pan(pixels: number): void {
    const { scale } = this.#state
    this.#stop()
    this.#set({
      scale: this.#kept({ ...scale, from: scale.from + pixels / scale.perSecond }),
      isFollowing: false,
      isFitted: false,
    })
  }

  /** Zooms at a place; while now is followed, at now. */
  zoomBy(factor: number, x: number): void {
    const { scale, isFollowing } = this.#state
    this.#stop()
    const perSecond = clampZoom(scale.perSecond * factor)
    const zoomed = zoomedAt(scale, isFollowing ? this.#nowX() : x, perSecond)
    this.#set({ scale: this.#kept(zoomed), isFitted: false })
  }

  /** As `zoomBy`, at now or the middle, moving there. */
  zoomStep(factor: number): void {
    const { scale, width } = this.#state
    const x = this.#state.isFollowing ? this.#nowX() : width / 2
    this.#moveTo(this.#kept(zoomedAt(scale, x, scale.perSecond * factor)), { isFitted: false })
  }

  /** To a named level: around now while it is in sight, else around the middle. */
  toLevel(perSecond: number): void {
    const { scale, width, isFollowing } = this.#state
    const nowX = this.#nowX()
    const isNowSeen = nowX >= 0 && nowX <= width
    const x = isFollowing || isNowSeen ? nowX : width / 2
    this.#moveTo(this.#kept(zoomedAt(scale, x, perSecond)), { isFitted: false })
  }

  fit(): void {
    this.#moveTo(this.#whole(), { isFitted: true, isFollowing: false })
  }

  follow(): void {
    const { now } = this.#subject
    if (now === undefined) return
    const { scale, width } = this.#state
    this.#moveTo(movedTo(scale, now, width * NOW_SHARE), { isFollowing: true, isFitted: false })
  }

  /** Brings an instant into sight if it is not; does nothing while now is followed. */
  show(instant: Instant): void {
    const { scale, width, isFollowing } = this.#state
    const x = (instant - scale.from) * scale.perSecond
    if (isFollowing || Number.isNaN(x) || (x >= 0 && x < width - 24)) return
    this.#moveTo(movedTo(scale, instant, width * NOW_SHARE), { isFitted: false })
  }

  close(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #place(): void {
    const { width } = this.#state
    const { now, end, start } = this.#subject
    if (width === 0 || end === 0) return
    this.#isPlaced = true
    if (now === undefined) this.#set({ scale: this.#whole(), isFitted: true })
    else {
      const perSecond = zoomLevels[levelFor(end - start)]
      this.#set({ scale: movedTo({ from: 0, perSecond }, now, width * NOW_SHARE), isFollowing: true })
    }
  }

  #nowX(): number {
    const { scale } = this.#state
    const { now } = this.#subject
    return now === undefined ? Number.NaN : (now - scale.from) * scale.perSecond
  }

  #whole(): Scale {
    const { start, end, now } = this.#subject
    return fitted(start, Math.max(end, now ?? end), this.#state.width)
  }

  #kept(scale: Scale): Scale {
    const { start, end, now } = this.#subject
    return keptInSight(scale, start, Math.max(end, now ?? end), this.#state.width)
  }

  #follow(): void {
    const { now } = this.#subject
    if (now !== undefined)
      this.#set({ scale: movedTo(this.#state.scale, now, this.#state.width * NOW_SHARE) })
  }

  #moveTo(target: Scale, change: Partial<CameraState>): void {
    this.#stop()
    const from = this.#state.scale
    const { width } = this.#state
    this.#set(change)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#set({ scale: target })
      return
    }
    const began = performance.now()
    const step = (time: number) => {
      const share = Math.min(1, Math.max(0, (time - began) / MOVE_MS))
      const eased = 1 - (1 - share) ** 3
      this.#frame = share < 1 ? requestAnimationFrame(step) : 0
      this.#set({ scale: share < 1 ? between(from, target, eased, width) : target })
    }
    this.#frame = requestAnimationFrame(step)
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  #set(change: Partial<CameraState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** Between two scales: the zoom by equal factors, both edges on their way. */
function between(from: Scale, to: Scale, share: number, width: number): Scale {
  const perSecond = from.perSecond * (to.perSecond / from.perSecond) ** share
  const isZoom = Math.abs(to.perSecond / from.perSecond - 1) > 0.001
  if (!isZoom) return { from: from.from + (to.from - from.from) * share, perSecond }
  // The instant that stays at its place between both scales; it is the centre of the movement.
  const x = (to.from - from.from) / (1 / from.perSecond - 1 / to.perSecond)
  if (Number.isFinite(x) && x >= -width && x <= 2 * width) {
    const instant = from.from + x / from.perSecond
    return { from: instant - x / perSecond, perSecond }
  }
  return { from: from.from + (to.from - from.from) * share, perSecond }
}
