import { useEffect, useRef, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { useWords } from '../language/language.ts'
import { mapX, mapY } from './camera.ts'
import { isSeen } from './draw.ts'
import classes from './map.module.css'
import type { MapStage } from './map-stage.ts'
import { HEAD_WIDTH } from './measures.ts'
import { nodeBox, type Scene } from './scene.ts'

interface ReadyChipProps {
  readonly context: ActionContext
  readonly scene: Scene
  readonly stage: MapStage
}

/** Tells of a task that became startable out of sight, and points to where it is: the map never moves by itself. */
export function ReadyChip({ context, scene, stage }: ReadyChipProps) {
  const { map } = useWords()
  const [fresh, setFresh] = useState<readonly number[]>([])
  const known = useRef<ReadonlySet<number> | undefined>(undefined)
  useEffect(() => {
    if (scene.plan.run === null) return
    const startable = scene.plan.tasks.filter(({ stage }) => stage === 'startable').map(({ id }) => id)
    const before = known.current
    known.current = new Set(startable)
    setFresh((shown) => {
      const next = startable.filter((id) => shown.includes(id) || (before !== undefined && !before.has(id)))
      return next.length === shown.length && next.every((id, at) => id === shown[at]) ? shown : next
    })
  }, [scene.plan])
  const chip = useRef<HTMLButtonElement>(null)
  const [hidden, setHidden] = useState<number | undefined>(undefined)
  useEffect(() => {
    const put = () => {
      const { scene } = stage
      if (!scene) return
      const box = stage.seenBox()
      const away = fresh.filter((id) => {
        const at = scene.plan.positions.get(id)
        return at !== undefined && !isSeen(scene, box, at)
      })
      if (away.length < fresh.length) setFresh(away)
      const id = away.at(-1)
      if (id !== hidden) setHidden(id)
      const at = scene.plan.positions.get(id ?? -1)
      if (at === undefined || !chip.current) return
      const node = nodeBox(scene, at)
      const { camera, frame } = stage
      const angle = Math.atan2(
        node.y + node.height / 2 - mapY(camera, frame.height / 2),
        node.x + node.width / 2 - mapX(camera, (frame.width + HEAD_WIDTH) / 2),
      )
      const { offsetWidth, offsetHeight } = chip.current
      const reach = {
        x: (frame.width - HEAD_WIDTH) / 2 - offsetWidth / 2 - 14,
        y: frame.height / 2 - offsetHeight / 2 - 14,
      }
      const far = Math.min(
        reach.x / Math.abs(Math.cos(angle) || 1e-6),
        reach.y / Math.abs(Math.sin(angle) || 1e-6),
      )
      const x = (frame.width + HEAD_WIDTH) / 2 + Math.cos(angle) * far - offsetWidth / 2
      const y = frame.height / 2 + Math.sin(angle) * far - offsetHeight / 2
      chip.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
      const arrow = chip.current.lastElementChild
      if (arrow instanceof HTMLElement) arrow.style.transform = `rotate(${angle}rad)`
    }
    put()
    return stage.follow(put)
  }, [stage, fresh, hidden])
  if (hidden === undefined) return null
  const others = fresh.length - 1
  return (
    <button
      ref={chip}
      type="button"
      className={classes.ready}
      onClick={() => {
        const at = scene.plan.positions.get(hidden)
        if (at !== undefined) stage.centre(nodeBox(scene, at), Math.max(stage.camera.zoom, 0.92))
        context.ui.set({ cursor: hidden })
      }}
    >
      {map.canStart(hidden)}
      {others > 0 && <span className={classes.others}>+{others}</span>}
      <span aria-hidden="true">→</span>
    </button>
  )
}
