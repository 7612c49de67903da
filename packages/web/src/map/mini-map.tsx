import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { runAction } from '../actions/run-action.ts'
import { Icon } from '../design/icons.tsx'
import { colors } from '../design/tokens.ts'
import { useWords } from '../language/language.ts'
import classes from './map.module.css'
import { fitMap, mapToNow, zoomIn, zoomOut } from './map-actions.ts'
import type { MapStage } from './map-stage.ts'
import { drawMini, MINI_HEIGHT, MINI_WIDTH, miniScale } from './paint-mini.ts'
import type { Scene } from './scene.ts'

interface MiniMapProps {
  readonly stage: MapStage
  readonly scene: Scene
  readonly context: ActionContext
}

/** The whole map in small with the part that is seen, and the controls of the camera. */
export function MiniMap({ stage, scene, context }: MiniMapProps) {
  const { map } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const [percent, setPercent] = useState(() => Math.round(stage.camera.zoom * 100))
  useEffect(() => {
    if (canvas.current) drawMini(canvas.current, scene, colors[scene.theme])
  }, [scene])
  useEffect(() => {
    const put = () => {
      setPercent(Math.round(stage.camera.zoom * 100))
      if (!view.current || !stage.scene) return
      const { scale, left, top } = miniScale(stage.scene.geometry)
      const box = stage.seenBox()
      const x = Math.max(2, left + box.x * scale.x)
      const y = Math.max(2, top + box.y * scale.y)
      const right = Math.min(MINI_WIDTH - 2, left + (box.x + box.width) * scale.x)
      const bottom = Math.min(MINI_HEIGHT - 2, top + (box.y + box.height) * scale.y)
      view.current.style.transform = `translate(${x}px, ${y}px)`
      view.current.style.width = `${Math.max(6, right - x)}px`
      view.current.style.height = `${Math.max(6, bottom - y)}px`
    }
    put()
    return stage.follow(put)
  }, [stage])
  const grip = useRef<{ x: number; y: number } | undefined>(undefined)
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!grip.current || !stage.scene) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const mini = miniScale(stage.scene.geometry)
    const box = stage.seenBox()
    stage.moveTo({
      ...stage.camera,
      x: (event.clientX - left - mini.left) / mini.scale.x - grip.current.x * box.width,
      y: (event.clientY - top - mini.top) / mini.scale.y - grip.current.y * box.height,
    })
  }
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const inside = view.current?.getBoundingClientRect()
    const isInside =
      inside &&
      event.clientX >= inside.left &&
      event.clientX <= inside.right &&
      event.clientY >= inside.top &&
      event.clientY <= inside.bottom
    // Grips the frame where it was taken; elsewhere the frame jumps to the pointer.
    grip.current = isInside
      ? {
          x: (event.clientX - inside.left) / inside.width,
          y: (event.clientY - inside.top) / inside.height,
        }
      : { x: 0.5, y: 0.5 }
    follow(event)
  }
  return (
    <div className={classes.mini}>
      <div
        className={classes.miniField}
        role="img"
        aria-label={map.miniMap}
        style={{ width: MINI_WIDTH, height: MINI_HEIGHT }}
        onPointerDown={onDown}
        onPointerMove={follow}
        onPointerUp={() => {
          grip.current = undefined
        }}
      >
        <canvas ref={canvas} style={{ width: MINI_WIDTH, height: MINI_HEIGHT }} />
        <div ref={view} className={classes.miniView} />
      </div>
      <div className={classes.camera}>
        <ActionIcon size={26} aria-label={map.zoomOut} onClick={() => runAction(zoomOut, context)}>
          <Icon name="minus" size={14} />
        </ActionIcon>
        <Tooltip label={map.zoomFull}>
          <button
            type="button"
            className={classes.percent}
            onClick={() => stage.zoom(1 / stage.camera.zoom, undefined, true)}
          >
            {map.percent(percent)}
          </button>
        </Tooltip>
        <ActionIcon size={26} aria-label={map.zoomIn} onClick={() => runAction(zoomIn, context)}>
          <Icon name="plus" size={14} />
        </ActionIcon>
        <span className={classes.space} />
        <Button
          size="compact-xs"
          h={26}
          variant="subtle"
          color="gray"
          rightSection={<kbd className={classes.kbd}>0</kbd>}
          onClick={() => runAction(fitMap, context)}
        >
          {map.fit}
        </Button>
        <Button
          size="compact-xs"
          h={26}
          variant="subtle"
          color="gray"
          rightSection={<kbd className={classes.kbd}>N</kbd>}
          onClick={() => runAction(mapToNow, context)}
        >
          {map.now}
        </Button>
      </div>
    </div>
  )
}
