import { ActionIcon, Tooltip } from '@mantine/core'
import { Icon, type IconName } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamTag } from '../signs/stream-tag.tsx'
import classes from './task-panel.module.css'

interface PanelHeadProps {
  readonly taskId: number
  readonly streamId: number | undefined
  readonly previous: number | undefined
  readonly next: number | undefined
  readonly goTo: (taskId: number | null) => void
}

/** Which task, in which stream, who looks at it too, and the ways on. */
export function PanelHead({ taskId, streamId, previous, next, goTo }: PanelHeadProps) {
  const { panel } = useWords().task
  const { plan } = useRoomState()
  return (
    <div className={classes.head}>
      <span className={classes.id}>#{taskId}</span>
      {streamId !== undefined && <StreamTag of={streamSigns(plan.streams).get(streamId)} />}
      <span className={classes.space} />
      <LookingToo taskId={taskId} />
      <Way name={panel.previous} icon="up" shortcut="K" to={previous} goTo={goTo} />
      <Way name={panel.next} icon="down" shortcut="J" to={next} goTo={goTo} />
      <Tooltip label={panel.close}>
        <ActionIcon aria-label={panel.close} onClick={() => goTo(null)}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

interface WayProps {
  readonly name: string
  readonly icon: IconName
  readonly shortcut: string
  readonly to: number | undefined
  readonly goTo: (taskId: number) => void
}

function Way({ name, icon, shortcut, to, goTo }: WayProps) {
  return (
    <Tooltip label={name}>
      <button
        type="button"
        className={classes.way}
        aria-label={name}
        aria-keyshortcuts={shortcut}
        aria-disabled={to === undefined}
        onClick={() => to !== undefined && goTo(to)}
      >
        <Icon name={icon} size={14} />
        <kbd>{shortcut}</kbd>
      </button>
    </Tooltip>
  )
}

/** The others who have the same task open. */
function LookingToo({ taskId }: { readonly taskId: number }) {
  const { panel } = useWords().task
  const { present } = useRoomState()
  const me = Number(useMe().id)
  const others = new Map(
    present
      .filter((one) => one.taskId === taskId && one.userId !== me)
      .map(({ userId, name }) => [userId, name]),
  )
  if (others.size === 0) return null
  const names = [...others.values()].join(', ')
  return (
    <span className={classes.looking} title={names}>
      {[...others].slice(0, 3).map(([userId, name]) => (
        <Initials key={userId} name={name} size={20} />
      ))}
      <span className={classes.lookingWords} aria-hidden="true">
        {panel.lookingToo(others.size)}
      </span>
      <span className={classes.hidden}>{panel.alsoHere(names)}</span>
    </span>
  )
}
