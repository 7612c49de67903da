import { Button } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { screenX, screenY } from './camera.ts'
import classes from './map.module.css'
import type { MapStage } from './map-stage.ts'
import type { Scene } from './scene.ts'

interface EdgeBarProps {
  readonly stage: MapStage
  readonly scene: Scene
  readonly mayPart: (edge: number) => boolean
  readonly onDisconnect: (edge: number) => void
}

/** The chosen edge: which tasks it joins, and how to part them. */
export function EdgeBar({ stage, scene, mayPart, onDisconnect }: EdgeBarProps) {
  const { map } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const [edge, setEdge] = useState(stage.hand.edge)
  useLayoutEffect(() => {
    const put = () => {
      const chosen = stage.hand.edge
      if (chosen !== edge) setEdge(chosen)
      if (chosen === undefined || !bar.current || !stage.scene) return
      const { points, pointOffsets } = stage.scene.geometry.edges
      const first = 2 * pointOffsets[chosen]!
      const last = 2 * (pointOffsets[chosen + 1]! - 1)
      const middle = 2 * Math.floor((pointOffsets[chosen]! + pointOffsets[chosen + 1]! - 1) / 2)
      const x = last - first === 2 ? (points[first]! + points[last]!) / 2 : points[middle]!
      const left = Math.round(screenX(stage.camera, x) + 8)
      const top = Math.round(screenY(stage.camera, points[middle + 1]!) + 8)
      bar.current.style.transform = `translate(${left}px, ${top}px)`
    }
    put()
    return stage.follow(put)
  }, [stage, edge])
  if (edge === undefined || edge >= scene.geometry.edges.sources.length) return null
  const source = scene.plan.tasks[scene.geometry.edges.sources[edge]!]
  const target = scene.plan.tasks[scene.geometry.edges.targets[edge]!]
  if (!source || !target) return null
  return (
    <div ref={bar} className={classes.toolbar}>
      <span className={classes.edgeName}>{map.edge(source.id, target.id)}</span>
      {mayPart(edge) && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon name="close" size={13} />}
          rightSection={<kbd className={classes.kbd}>{map.disconnectKey}</kbd>}
          onClick={() => onDisconnect(edge)}
        >
          {map.disconnect}
        </Button>
      )}
    </div>
  )
}
