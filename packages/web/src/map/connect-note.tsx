import { useEffect, useRef, useState } from 'react'
import { useWords } from '../language/language.ts'
import { screenX, screenY } from './camera.ts'
import classes from './map.module.css'
import type { MapStage } from './map-stage.ts'
import { tasksBefore, whyNotAfter } from './paths.ts'

/** While a connection is drawn over a task that cannot come after its source: why not. */
export function ConnectNote({ stage }: { stage: MapStage }) {
  const { map } = useWords()
  const note = useRef<HTMLDivElement>(null)
  const [text, setText] = useState<string | undefined>(undefined)
  useEffect(() => {
    /** The last pair that was judged: a pointer moves often, over one task for long. */
    let judged = { source: -1, target: -1, text: undefined as string | undefined }
    return stage.follow(() => {
      const { connecting, hovered } = stage.hand
      const { scene } = stage
      if (!connecting || !scene || hovered === undefined || connecting.blocked[hovered] !== 1) {
        setText(undefined)
        return
      }
      const { source } = connecting
      if (judged.source !== source || judged.target !== hovered) {
        const { network } = scene.schedule
        const why = whyNotAfter(network, source, hovered, tasksBefore(network, source))
        const id = scene.plan.tasks[hovered]?.id ?? 0
        const texts = { itself: map.isItself, circle: map.wouldCircle(id), connected: map.isConnected(id) }
        judged = { source, target: hovered, text: why && texts[why] }
      }
      setText(judged.text)
      if (!note.current) return
      const x = screenX(stage.camera, connecting.x) + 14
      const y = screenY(stage.camera, connecting.y) + 14
      note.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    })
  }, [stage, map])
  if (text === undefined) return null
  return (
    <div ref={note} className={classes.refusal} role="status">
      {text}
    </div>
  )
}
