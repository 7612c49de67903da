import { HEAD_WIDTH } from './measures.ts'

/** What part of the map is seen: the point at the upper left of the field right of the lane heads, and the zoom. */
export interface Camera {
  readonly x: number
  readonly y: number
  /** 1 = 100 %. */
  readonly zoom: number
}

/** The field on the screen, CSS pixels, lane heads included. */
export interface Frame {
  readonly width: number
  readonly height: number
}

/** A part of the map, in its own coordinates. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const ZOOM_AT_LEAST = 0.01
export const ZOOM_AT_MOST = 2.5

/** So far beyond its ends the map can be moved, pixels on the screen: nodes come out from under what lies over them. */
const SLACK = 180

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most))

export const screenX = (camera: Camera, x: number): number => HEAD_WIDTH + (x - camera.x) * camera.zoom
export const screenY = (camera: Camera, y: number): number => (y - camera.y) * camera.zoom
export const mapX = (camera: Camera, x: number): number => camera.x + (x - HEAD_WIDTH) / camera.zoom
export const mapY = (camera: Camera, y: number): number => camera.y + y / camera.zoom

/** The part of the map that is seen. */
export function seenBox(camera: Camera, frame: Frame): Box {
  return {
    x: camera.x,
    y: camera.y,
    width: Math.max(0, frame.width - HEAD_WIDTH) / camera.zoom,
    height: frame.height / camera.zoom,
  }
}

/** Zooms so that the point under the pointer stays under it. @param at of the pointer, on the screen */
export function zoomAt(
  camera: Camera,
  factor: number,
  at: { readonly x: number; readonly y: number },
): Camera {
  const zoom = within(camera.zoom * factor, ZOOM_AT_LEAST, ZOOM_AT_MOST)
  return {
    x: mapX(camera, at.x) - (at.x - HEAD_WIDTH) / zoom,
    y: mapY(camera, at.y) - at.y / zoom,
    zoom,
  }
}

/** The camera that shows a box as large as possible, in the middle. @param margin pixels on the screen around it */
export function fitted(box: Box, frame: Frame, margin: number, zoomAtMost = 1): Camera {
  const width = Math.max(40, frame.width - HEAD_WIDTH)
  const zoom = within(
    Math.min(
      (width - 2 * margin) / Math.max(1, box.width),
      (frame.height - 2 * margin) / Math.max(1, box.height),
    ),
    ZOOM_AT_LEAST,
    zoomAtMost,
  )
  return centred(box, frame, zoom)
}

/** The camera that has the middle of a box in the middle of the frame. */
export function centred(box: Box, frame: Frame, zoom: number): Camera {
  return {
    x: box.x + box.width / 2 - (frame.width - HEAD_WIDTH) / zoom / 2,
    y: box.y + box.height / 2 - frame.height / zoom / 2,
    zoom,
  }
}

/** Keeps the map within reach: some of it is always seen. @param map size of the whole map */
export function kept(
  camera: Camera,
  map: { readonly width: number; readonly height: number },
  frame: Frame,
): Camera {
  const seen = seenBox(camera, frame)
  const slack = SLACK / camera.zoom
  const axis = (at: number, seenLength: number, mapLength: number) =>
    mapLength + 2 * slack <= seenLength
      ? within(at, mapLength - seenLength, 0)
      : within(at, -slack, mapLength + slack - seenLength)
  return {
    ...camera,
    x: axis(camera.x, seen.width, map.width),
    y: axis(camera.y, seen.height, map.height),
  }
}

/** The least move of a camera that brings a box into the frame with a margin (screen pixels). */
export function reaching(camera: Camera, box: Box, frame: Frame, margin: number): Camera {
  const seen = seenBox(camera, frame)
  const edge = margin / camera.zoom
  const axis = (at: number, length: number, from: number, size: number) => {
    if (from - edge < at) return from - edge
    return from + size + edge > at + length ? from + size + edge - length : at
  }
  return {
    ...camera,
    x: axis(camera.x, seen.width, box.x, box.width),
    y: axis(camera.y, seen.height, box.y, box.height),
  }
}

/** A camera on its way from one to another. @param share 0 to 1 */
export function between(from: Camera, to: Camera, share: number): Camera {
  const eased = 1 - (1 - share) ** 3
  const zoom = from.zoom * (to.zoom / from.zoom) ** eased
  // The zoom changes by ratio, so the place must follow 1 ÷ zoom for its path on the screen to be straight.
  const ratio = from.zoom === to.zoom ? eased : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom)
  return { x: from.x + (to.x - from.x) * ratio, y: from.y + (to.y - from.y) * ratio, zoom }
}
