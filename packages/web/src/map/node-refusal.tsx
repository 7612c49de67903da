import type { ActionContext } from '../actions/action.ts'
import { RefusalLine } from '../refusals/refusal-line.tsx'
import classes from './map.module.css'
import type { MapStage } from './map-stage.ts'
import type { Scene } from './scene.ts'
import { useAtNode } from './use-stage.ts'

interface NodeRefusalProps {
  readonly context: ActionContext
  readonly stage: MapStage
  readonly scene: Scene
}

/** The newest refusal, in the server's words, above the node that it is about. */
export function NodeRefusal({ context, stage, scene }: NodeRefusalProps) {
  const refusal = context.state.refusals.findLast(
    ({ taskId }) => taskId !== undefined && scene.plan.positions.has(taskId),
  )
  const at = refusal?.taskId === undefined ? undefined : scene.plan.positions.get(refusal.taskId)
  const note = useAtNode(stage, at, 'above')
  if (!refusal || at === undefined) return null
  return (
    <div ref={note} className={classes.refusal}>
      <RefusalLine refusal={refusal} close={(closed) => context.room.closeRefusal(closed)} />
    </div>
  )
}
