import { ActionIcon } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import classes from './task-panel.module.css'

/** What the server refused of the actions on a task, in its words. Fields show their own beneath themselves. */
export function Refusals({ taskId }: { readonly taskId: number }) {
  const room = useRoom()
  const { refusals } = useRoomState()
  const { app } = useWords()
  return refusals
    .filter((refusal) => refusal.taskId === taskId && refusal.endpoint !== 'createComment')
    .map((refusal) => (
      <div key={refusal.endpoint} className={classes.refusal} role="alert">
        <Icon name="warn" size={14} />
        <span>{refusal.error.message}</span>
        <ActionIcon size={24} aria-label={app.close} onClick={() => room.closeRefusal(refusal)}>
          <Icon name="close" size={12} />
        </ActionIcon>
      </div>
    ))
}
