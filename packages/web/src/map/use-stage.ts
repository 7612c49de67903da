import { type RefObject, useEffect, useRef, useState } from 'react'
import { screenX, screenY } from './camera.ts'
import type { MapStage } from './map-stage.ts'
import { HEAD_WIDTH } from './measures.ts'
import { nodeBox } from './scene.ts'

export const useStageState = () => useState<MapStage | undefined>(undefined)

export type Place = 'below' | 'above' | 'right'

/**
 * Keeps an element at a node while the camera moves, without rendering. It is hidden while the node is out of sight,
 * and kept within the field.
 */
export function useAtNode(
  stage: MapStage,
  task: number | undefined,
  place: Place,
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const put = () => {
      const shown = element.current
      const { scene, camera, frame } = stage
      if (!shown || !scene || task === undefined || task >= scene.plan.tasks.length) return
      const box = nodeBox(scene, task)
      const left = screenX(camera, box.x)
      const top = screenY(camera, box.y)
      const right = left + box.width * camera.zoom
      const bottom = top + box.height * camera.zoom
      const isSeen = right > HEAD_WIDTH && left < frame.width && bottom > 0 && top < frame.height
      const { style } = shown
      style.visibility = isSeen ? 'visible' : 'hidden'
      if (!isSeen) return
      const { offsetWidth, offsetHeight } = shown
      const x = place === 'right' ? right + 30 : left - 5
      const below = bottom + 9
      const wanted = place === 'right' ? top : place === 'above' ? top - offsetHeight - 9 : below
      const y = place === 'below' && below + offsetHeight > frame.height ? top - offsetHeight - 9 : wanted
      const inX = Math.max(HEAD_WIDTH + 4, Math.min(x, frame.width - offsetWidth - 8))
      const inY = Math.max(4, Math.min(y, frame.height - offsetHeight - 4))
      style.transform = `translate(${Math.round(inX)}px, ${Math.round(inY)}px)`
    }
    put()
    return stage.follow(put)
  }, [stage, task, place])
  return element
}
