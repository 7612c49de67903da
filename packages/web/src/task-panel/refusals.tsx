import { RefusalLine } from '../refusals/refusal-line.tsx'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import classes from './task-panel.module.css'

/** What the server refused of the actions on a task, in its words. Fields show their own beneath themselves. */
export function Refusals({ taskId }: { readonly taskId: number }) {
  const room = useRoom()
  const { refusals } = useRoomState()
  return refusals
    .filter((refusal) => refusal.taskId === taskId && refusal.endpoint !== 'createComment')
    .map((refusal) => (
      <RefusalLine
        key={refusal.endpoint}
        refusal={refusal}
        close={(closed) => room.closeRefusal(closed)}
        className={classes.refusal}
      />
    ))
}
